import { registerEnumType } from "type-graphql";

export const TransitionKind = {
  PROMOTION: "PROMOTION",
  LATERAL: "LATERAL",
  SPECIALIZATION: "SPECIALIZATION",
  TRACK_CHANGE: "TRACK_CHANGE",
  RELATED: "RELATED",
  SAME_WORK: "SAME_WORK",
} as const;
export type TransitionKind = (typeof TransitionKind)[keyof typeof TransitionKind];

registerEnumType(TransitionKind, {
  name: "TransitionKind",
  description: "The kind of move that a transition is.",
  valuesConfig: {
    PROMOTION: { description: "To the next rung of the same track." },
    LATERAL: { description: "To another role of about the same level." },
    SPECIALIZATION: { description: "Into a narrower field, off the ladder or along it." },
    TRACK_CHANGE: { description: "From one track to another, such as from individual contributor to management." },
    RELATED: {
      description:
        "Similar work: a dataset relates the two occupations, but no source says that people make this move.",
    },
    SAME_WORK: {
      description:
        "From a role to the same work in another dataset, by an EXACT or CLOSE match. Always INFERRED. With an EXACT match, the step takes 0 years.",
    },
  },
});
