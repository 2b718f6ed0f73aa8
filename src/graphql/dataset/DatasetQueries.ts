import { Ctx, Query, Resolver } from "type-graphql";
import { DatasetInfo } from "../../model/DatasetInfo.js";
import type { Context } from "../Context.js";

/** The dataset of the service. */
@Resolver()
export class DatasetQueries {
  @Query(() => DatasetInfo, { description: "The dataset that this service answers from, and the store that holds it." })
  dataset(@Ctx() context: Context): Promise<DatasetInfo> {
    // `loadedAt` may change although the revision stays the same.
    context.mayChange();
    return context.loaders.read((reader) => reader.dataset());
  }
}
