import { Field, ObjectType } from "type-graphql";
import { GraphQLDateTimeISO } from "graphql-scalars";
import { DatasetPart } from "./DatasetPart.js";
import { NodeCount } from "./NodeCount.js";
import { StoreKind } from "./StoreKind.js";

@ObjectType("Dataset", { description: "What answers come from: one dataset, or several that are served together." })
export class DatasetInfo {
  @Field(() => String, { description: "Name of the dataset; of several, their names joined by “ + ”." })
  readonly name!: string;

  @Field(() => String, {
    description: "Its version, as its editors number it; of several datasets, their versions joined by “ + ”.",
  })
  readonly version!: string;

  @Field(() => [String], {
    description:
      "Lines to show wherever the data are shown, as the licences of its sources ask; empty where none asks for any.",
  })
  readonly attributions!: readonly string[];

  @Field(() => [DatasetPart], {
    description: "The datasets that are served, in the order in which they were named; the first one wins ties.",
  })
  readonly parts!: readonly DatasetPart[];

  @Field(() => [String], {
    description:
      "Categories and collections that its skills have, each once, by code unit; `skills(where: { category })` takes them.",
  })
  readonly skillCategories!: readonly string[];

  @Field(() => String, { description: "Hash of its content; equal in every store that holds the same content." })
  readonly revision!: string;

  @Field(() => GraphQLDateTimeISO, { description: "When this store loaded it." })
  readonly loadedAt!: Date;

  @Field(() => StoreKind, { description: "Where the answers come from." })
  readonly store!: StoreKind;

  @Field(() => [NodeCount], { description: "Number of nodes of each kind." })
  readonly counts!: readonly NodeCount[];
}
