import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import { ENTITY_KINDS } from "../../src/model/entityKinds.js";
import { RelationKind } from "../../src/model/RelationKind.js";
import { SKILL_LINKS } from "../../src/model/skillLinks.js";
import type { PayClaim } from "../../src/model/PayClaim.js";
import { payBandsOf } from "../../src/pay/payBandOf.js";
import { DATA_MODEL } from "../../src/store/neo4j/dataModel.js";

/**
 * The data model, a hash of its graph (kinds, labels, properties and relationships), and a hash of what a load computes from claims,
 * which later reads use as stored.
 */
const KNOWN = { dataModel: 15, shape: "6f3c271dd28a", claimed: "54256afce7b5" };

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
}

const STATISTICS = ["RANGE", "PERCENTILE_RANGE", "MEDIAN", "AVERAGE", "FLOOR", "SHARE_OF_ROLES"] as const;
const COMPONENTS = ["UNSPECIFIED", "BASE", "TOTAL"] as const;
const MARKETS = [
  { currency: "USD", places: [null, "US", "US-CA"], percentiles: [null, null] },
  { currency: "GBP", places: ["GB", null, "Leeds"], percentiles: [25, 75] },
] as const;

/** Claims of each statistic and component, for several places and currencies. */
const PAY = STATISTICS.flatMap((statistic, at) =>
  COMPONENTS.flatMap((component, index) =>
    MARKETS.map(({ currency, places, percentiles: [lowerPercentile, upperPercentile] }): PayClaim => ({
      ...{ id: `pay:${statistic}-${component}-${currency}`, label: "", originId: "dataset:a", citations: [] },
      ...{ note: null, min: 100 + at + index, max: 200 + at + index, openEnded: false, period: "YEAR", asOf: null },
      ...{ statistic, component, currency, place: places[index]!, lowerPercentile, upperPercentile },
      otherPopulation: null,
    })),
  ),
);

test("has a number of its own for every shape and for what a load computes: if either changes, raise DATA_MODEL and note both here", () => {
  const shape = hashOf([ENTITY_KINDS, Object.keys(RelationKind), SKILL_LINKS]);
  const claimed = hashOf(payBandsOf(PAY));
  expect({ dataModel: DATA_MODEL, shape, claimed }).toEqual(KNOWN);
});
