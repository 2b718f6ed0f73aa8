import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { CautionKind } from "../../paths/answer/cautionsOf.js";

registerEnumType(CautionKind, {
  name: "CautionKind",
  description: "Something to know before trusting a path.",
  valuesConfig: {
    FEW_SKILLS_KNOWN: {
      description: "The dataset knows fewer than 5 skills of the start, so what to learn is an upper bound.",
    },
    DEGREE_NEEDED: { description: "The role of the step needs a degree that is not held; `PathStep.degrees` has it." },
    PREPARATION_RISES: { description: "The role of the step takes more preparation than the one before." },
    RELATED: { description: "The two roles are similar work; no source documents that people make this move." },
    DISTANT: { description: "The work of the two roles has only a little in common." },
    SAME_WORK: {
      description:
        "The two roles are matched as the same work in two datasets: the step joins the datasets and is not a move.",
    },
  },
});

@ObjectType({ description: "Something to know before trusting a path." })
export class Caution {
  @Field(() => CautionKind, { description: "What it is about." })
  readonly kind!: CautionKind;

  @Field(() => String, { description: "One plain sentence for a person." })
  readonly message!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The step that it is about, from 1; null where it is about the path.",
  })
  readonly position!: number | null;
}
