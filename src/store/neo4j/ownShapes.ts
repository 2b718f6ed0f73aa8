import neo4j from "neo4j-driver";
import type { EntityOfPrefix, EntityPrefix, OwnShapeField } from "../../model/entityKinds.js";
import type { Label } from "../../model/Label.js";
import { citationsOfLists, headingsOf, sourceIdsOf, viaIdsOf } from "./citationLists.js";

/** Properties of a node, to write. Neo4j stores no nulls: a null property is not stored. */
export type NodeProperties = Readonly<Record<string, unknown>>;

/** How a field is written into the properties of a node, and read back from a row. */
interface OwnShape<Value> {
  /** Properties, some perhaps null; none where the field is a relationship. */
  write(value: Value): NodeProperties;
  read(row: OwnShapeRow): Value;
}

/** The properties that fields with a shape of their own are read from; null properties are absent. */
export interface OwnShapeRow {
  readonly trackId?: string | null;
  readonly experienceFrom?: number;
  readonly experienceTo?: number;
  readonly experienceDisputed?: boolean;
  readonly experienceSourceIds?: readonly string[];
  readonly experienceHeadings?: readonly string[];
  readonly experienceViaIds?: readonly string[];
  readonly preparationScale?: string;
  readonly preparationLevel?: number;
  readonly preparationLabel?: string;
  readonly preparationEducation?: string;
  readonly preparationYearsFrom?: number;
  readonly preparationYearsTo?: number;
  readonly labelTexts?: readonly string[];
  readonly labelLanguages?: readonly string[];
  readonly yearsFrom?: number;
  readonly yearsTo?: number;
}

type OwnShapes = {
  readonly [P in EntityPrefix as [OwnShapeField<P>] extends [never] ? never : P]: {
    readonly [F in OwnShapeField<P> & keyof EntityOfPrefix[P]]: OwnShape<EntityOfPrefix[P][F]>;
  };
};

/** Two parallel lists, because references and search read only the texts. */
const LABELS: OwnShape<readonly Label[]> = {
  write: (labels) => ({
    labelTexts: labels.length === 0 ? null : labels.map(({ text }) => text),
    labelLanguages: labels.length === 0 ? null : labels.map(({ language }) => language),
  }),
  read: ({ labelTexts = [], labelLanguages = [] }) =>
    labelTexts.map((text, position) => ({ text, language: labelLanguages[position] as string })),
};

/** The fields that the table of entity kinds marks as OWN_SHAPE. */
const OWN_SHAPES: OwnShapes = {
  role: {
    labels: LABELS,
    experience: {
      write: (experience) => ({
        experienceFrom: experience?.from ?? null,
        experienceTo: experience?.to ?? null,
        experienceDisputed: experience?.disputed ?? null,
        experienceSourceIds: experience === null ? null : sourceIdsOf(experience.citations),
        experienceHeadings: experience === null ? null : headingsOf(experience.citations),
        experienceViaIds: experience === null ? null : viaIdsOf(experience.citations),
      }),
      read: (row) =>
        row.experienceFrom === undefined
          ? null
          : {
              from: row.experienceFrom,
              to: row.experienceTo ?? null,
              disputed: row.experienceDisputed ?? false,
              citations: citationsOfLists({
                sourceIds: row.experienceSourceIds ?? null,
                headings: row.experienceHeadings ?? null,
                viaIds: row.experienceViaIds ?? null,
              }),
            },
    },
    preparation: {
      write: (preparation) => ({
        preparationScale: preparation?.scale ?? null,
        preparationLevel: preparation === null ? null : neo4j.int(preparation.level),
        preparationLabel: preparation?.label ?? null,
        preparationEducation: preparation?.education ?? null,
        preparationYearsFrom: preparation?.years?.from ?? null,
        preparationYearsTo: preparation?.years?.to ?? null,
      }),
      read: ({ preparationScale, preparationLevel, preparationLabel, ...row }) => {
        if (preparationScale === undefined || preparationLevel === undefined || preparationLabel === undefined)
          return null;
        const { preparationEducation = null, preparationYearsFrom: from, preparationYearsTo: to = null } = row;
        const years = from === undefined ? null : { from, to };
        return {
          scale: preparationScale,
          level: preparationLevel,
          label: preparationLabel,
          education: preparationEducation,
          years,
        };
      },
    },
    // A relationship ON_TRACK.
    trackId: { write: () => ({}), read: ({ trackId }) => trackId ?? null },
  },
  skill: { labels: LABELS },
  phase: {
    years: {
      write: ({ from, to }) => ({ yearsFrom: from, yearsTo: to }),
      read: ({ yearsFrom = 0, yearsTo = null }) => ({ from: yearsFrom, to: yearsTo }),
    },
  },
};

/** `OWN_SHAPES`, for a prefix and a field that are known only at run time. */
const BY_PREFIX: Partial<Record<EntityPrefix, Readonly<Record<string, OwnShape<unknown>>>>> = OWN_SHAPES;

/** How a field of a kind of entity is written and read. @throws Error if the field has no shape of its own */
export function ownShape(prefix: EntityPrefix, field: string): OwnShape<unknown> {
  const shape = BY_PREFIX[prefix]?.[field];
  if (shape === undefined) throw new Error(`The field ${field} of ${prefix} has no shape of its own.`);
  return shape;
}
