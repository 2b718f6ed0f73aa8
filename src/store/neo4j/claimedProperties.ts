import neo4j from "neo4j-driver";
import type { Claimed } from "../claimedOfRoles.js";
import type { NodeProperties } from "./ownShapes.js";

/** The properties of a role that sum up claims about it, with one list per column of its pay bands. "" stands for no place, because a list cannot hold null. */
export interface ClaimedRow {
  readonly payPlaces: readonly string[] | null;
  readonly payCurrencies: readonly string[] | null;
  readonly payMinima: readonly number[] | null;
  readonly payMaxima: readonly number[] | null;
  readonly employment: number | null;
}

/** The properties of a role that sum up claims about it; none where there are no claims. */
export function claimedProperties({ payBands, employment }: Claimed): NodeProperties {
  return {
    ...(payBands === null
      ? {}
      : {
          payPlaces: payBands.map(({ place }) => place ?? ""),
          payCurrencies: payBands.map(({ currency }) => currency),
          payMinima: payBands.map(({ min }) => min),
          payMaxima: payBands.map(({ max }) => max),
        }),
    ...(employment === null ? {} : { employment: neo4j.int(employment) }),
  };
}

/** Reads back what claims say about a role. */
export function claimedOfRow({ payPlaces, payCurrencies, payMinima, payMaxima, employment }: ClaimedRow): Claimed {
  const payBands =
    payPlaces?.map((place, band) => ({
      place: place === "" ? null : place,
      currency: payCurrencies?.[band] as string,
      min: payMinima?.[band] as number,
      max: payMaxima?.[band] as number,
    })) ?? null;
  return { payBands, employment };
}
