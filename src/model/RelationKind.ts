import { registerEnumType } from "type-graphql";

export const RelationKind = {
  LEADS_TO: "LEADS_TO",
  REQUIRES: "REQUIRES",
  ON_TRACK: "ON_TRACK",
  CLOSE_MATCH: "CLOSE_MATCH",
  MATCHES: "MATCHES",
  ASKS_FOR: "ASKS_FOR",
  CERTIFIES: "CERTIFIES",
  BUILDS_ON: "BUILDS_ON",
  PART_OF: "PART_OF",
  DEVELOPS: "DEVELOPS",
  CALLS_FOR: "CALLS_FOR",
  EMPLOYS: "EMPLOYS",
  ABOUT: "ABOUT",
  CITES: "CITES",
} as const;
export type RelationKind = (typeof RelationKind)[keyof typeof RelationKind];

registerEnumType(RelationKind, {
  name: "RelationKind",
  description: "The kinds of relation between nodes; each reads from → to.",
  valuesConfig: {
    LEADS_TO: { description: "A role leads to another role: a transition." },
    REQUIRES: { description: "A role requires a skill." },
    ON_TRACK: { description: "A role is on a track." },
    CLOSE_MATCH: {
      description:
        "Two roles of one dataset, from different sources, are nearly the same. It applies in both directions.",
    },
    MATCHES: { description: "Two roles, or two skills, of different datasets match; `Match.kind` says how." },
    ASKS_FOR: { description: "A role asks for a degree." },
    CERTIFIES: { description: "A certification proves a skill." },
    BUILDS_ON: { description: "A skill builds on another skill, which is better learned first." },
    PART_OF: { description: "A skill is a part of a wider one." },
    DEVELOPS: { description: "A phase or an activity develops a skill." },
    CALLS_FOR: { description: "A trend calls for a skill." },
    EMPLOYS: { description: "An employer hires for a role." },
    ABOUT: { description: "A claim, statement or question is about a node." },
    CITES: { description: "A node cites a source." },
  },
});
