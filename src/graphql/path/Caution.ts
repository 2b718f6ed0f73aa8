import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { CautionKind, FEW_SKILLS } from "../../paths/answer/cautionsOf.js";

registerEnumType(CautionKind, {
  name: "CautionKind",
  description: "Something to know before relying on a path.",
  valuesConfig: {
    FEW_SKILLS_KNOWN: {
      description: `The dataset lists fewer than ${FEW_SKILLS} skills for the first role, so the skills to learn are an upper bound.`,
    },
    DEGREE_NEEDED: {
      description:
        "The role that the step reaches needs a degree that the person does not hold; see `PathStep.degrees`.",
    },
    PREPARATION_RISES: {
      description: "The role that the step reaches takes more preparation than the one that it leaves.",
    },
    RELATED: { description: "The two roles do similar work, but no source says that people make this move." },
    DISTANT: { description: "The work of the two roles has only little in common." },
    SAME_WORK: {
      description:
        "The two roles are matched as the same work in two datasets. The step connects the datasets; it is not a job change.",
    },
  },
});

@ObjectType({ description: "Something to know before relying on a path." })
export class Caution {
  @Field(() => CautionKind, { description: "What the caution is about." })
  readonly kind!: CautionKind;

  @Field(() => String, { description: "The caution in words, as text to show." })
  readonly message!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The step that the caution is about, counted from 1; null if it is about the whole path.",
  })
  readonly position!: number | null;
}
