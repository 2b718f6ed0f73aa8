import { registerEnumType } from "type-graphql";
import { ENTITY_KINDS, ENTITY_PREFIXES, type EntityPrefix } from "./entityKinds.js";

export type NodeKind = (typeof ENTITY_KINDS)[EntityPrefix]["kind"];

/** The kinds of node, in the order of `ENTITY_KINDS`. */
export const NodeKind = Object.fromEntries(
  ENTITY_PREFIXES.map((prefix) => [ENTITY_KINDS[prefix].kind, ENTITY_KINDS[prefix].kind]),
) as { readonly [K in NodeKind]: K };

registerEnumType(NodeKind, {
  name: "NodeKind",
  description: "The kinds of node in the graph. `search` and `neighborhood` can filter by kind.",
  valuesConfig: {
    ROLE: { description: "A job role, on a ladder or off it." },
    TRACK: { description: "A career track, such as individual contributor or management." },
    SKILL: { description: "A skill, tool, language or body of knowledge." },
    CERTIFICATION: { description: "A certification that proves one or more skills." },
    DEGREE: { description: "An academic degree." },
    ACTIVITY: { description: "Continuing education, such as a conference, a competition or open-source work." },
    PHASE: { description: "A stage of skill development, counted in years of experience." },
    TREND: { description: "A trend in the industry and the skills it calls for." },
    SECTOR: { description: "An industry sector that a source names because of its pay." },
    EMPLOYER: { description: "A named employer." },
    QUESTION: { description: "A frequently asked question with its answer." },
    CLAIM: { description: "A claim of pay, growth or employment, as one source states it." },
    STATEMENT: {
      description: "A sentence about a role or the field: a responsibility, requirement, focus, takeaway or premium.",
    },
    SOURCE: { description: "A document or work that facts are cited from." },
  } satisfies Record<NodeKind, { description: string }>,
});
