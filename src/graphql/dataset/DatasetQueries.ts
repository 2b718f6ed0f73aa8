import { Ctx, Query, Resolver } from "type-graphql";
import { DatasetInfo } from "../../model/DatasetInfo.js";
import type { Context } from "../Context.js";

/** What the answers come from. */
@Resolver()
export class DatasetQueries {
  @Query(() => DatasetInfo, { description: "The dataset that this service answers from, and the store that holds it." })
  dataset(@Ctx() context: Context): Promise<DatasetInfo> {
    // `loadedAt` may change without the revision.
    context.mayChange();
    return context.loaders.read((reader) => reader.dataset());
  }
}
