import { ObjectType } from "type-graphql";
import { Question } from "../../model/Question.js";
import { connectionType, edgeType } from "../connection/connectionTypes.js";

@ObjectType({ description: "A question in a list, with its cursor." })
export class QuestionEdge extends edgeType(() => Question, "question") {}

@ObjectType({ description: "A page of questions." })
export class QuestionConnection extends connectionType(
  () => Question,
  () => QuestionEdge,
  "questions",
) {}
