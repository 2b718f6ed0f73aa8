import { Ctx, Query, Resolver } from "type-graphql";
import { DatasetInfo } from "../../model/DatasetInfo.js";
import type { Context } from "../Context.js";

/** What the answers come from. */
@Resolver()
export class DatasetQueries {
  @Query(() => DatasetInfo, { description: "The dataset that this service answers from, and where it is held." })
  dataset(@Ctx() { snapshot }: Context): Promise<DatasetInfo> {
    return snapshot.reader.dataset();
  }
}
