import { registerEnumType } from "type-graphql";

export const StatementTopic = {
  RESPONSIBILITY: "RESPONSIBILITY",
  REQUIREMENT: "REQUIREMENT",
  FOCUS: "FOCUS",
  TAKEAWAY: "TAKEAWAY",
  PREMIUM: "PREMIUM",
  CLASSIFICATION: "CLASSIFICATION",
} as const;
export type StatementTopic = (typeof StatementTopic)[keyof typeof StatementTopic];

registerEnumType(StatementTopic, {
  name: "StatementTopic",
  description: "The topic of a statement.",
  valuesConfig: {
    RESPONSIBILITY: { description: "Work that the role does." },
    REQUIREMENT: { description: "What the role requires of a person." },
    FOCUS: { description: "What to concentrate on while in the role." },
    TAKEAWAY: { description: "A main point of a source document." },
    PREMIUM: { description: "A difference in pay between groups, as a source describes it." },
    CLASSIFICATION: { description: "The role's place in a classification of occupations." },
  },
});
