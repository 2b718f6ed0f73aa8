import { Field, ObjectType } from "type-graphql";
import { DateTimeISOScalar } from "./DateTimeISOScalar.js";
import { DatasetPart } from "./DatasetPart.js";
import { NodeCount } from "./NodeCount.js";
import { StoreKind } from "./StoreKind.js";

@ObjectType("Dataset", {
  description: "The data that the answers come from: one dataset, or several that are served together.",
})
export class DatasetInfo {
  @Field(() => String, { description: "Name of the dataset. If there are several, their names joined by “ + ”." })
  readonly name!: string;

  @Field(() => String, {
    description:
      "Version of the dataset, as its editors number it. If there are several, their versions joined by “ + ”.",
  })
  readonly version!: string;

  @Field(() => [String], {
    description:
      "Lines that must be shown wherever the data are shown, because the licences of the sources require them; empty if none does.",
  })
  readonly attributions!: readonly string[];

  @Field(() => [DatasetPart], {
    description:
      "The datasets that are served, in the order of the configuration. If nothing else decides, an earlier one takes precedence.",
  })
  readonly parts!: readonly DatasetPart[];

  @Field(() => [String], {
    description:
      "Categories and collections of its skills, each listed once, sorted by code unit. Pass one to `skills(where: { category })`.",
  })
  readonly skillCategories!: readonly string[];

  @Field(() => String, { description: "Hash of the content; the same in every store that holds the same content." })
  readonly revision!: string;

  @Field(() => DateTimeISOScalar, { description: "When this store loaded the data." })
  readonly loadedAt!: Date;

  @Field(() => StoreKind, { description: "The store that the answers come from." })
  readonly store!: StoreKind;

  @Field(() => [NodeCount], { description: "Number of nodes of each kind." })
  readonly counts!: readonly NodeCount[];
}
