import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Role } from "../../model/Role.js";
import type { Track } from "../../model/Track.js";
import { everyOf } from "../catalogue/everyOf.js";
import type { Context } from "../Context.js";
import { References } from "../references/References.js";
import { TrackComparison } from "./TrackComparison.js";

const DEFAULT = ["ic", "management"];
const FEWEST = 2;
const MOST = 5;

/** Career tracks side by side. */
@Resolver()
export class TrackComparisonQueries {
  @Query(() => TrackComparison, {
    nullable: true,
    description:
      "2 to 5 different tracks, level by level, and the transitions between them. Null only beside an error.",
  })
  async compareTracks(
    @Arg("tracks", () => [String], {
      nullable: true,
      defaultValue: DEFAULT,
      description: "2 to 5 different tracks: ids, names or aliases; null means individual contributor and management.",
    })
    tracks: string[] | null,
    @Ctx() context: Context,
  ): Promise<TrackComparison> {
    const { snapshot, loaders } = context;
    const asked = tracks ?? DEFAULT;
    const references = new References(context);
    if (asked.length < FEWEST || asked.length > MOST) {
      references.bad(
        "tracks",
        "OUT_OF_RANGE",
        `${FEWEST} to ${MOST} tracks are compared; this list has ${asked.length}.`,
      );
      await references.check();
    }
    const trackIds = references.list("TRACK", "tracks", asked) ?? [];
    await references.check();
    for (const [index, id] of trackIds.entries()) {
      if (trackIds.indexOf(id) < index)
        references.bad(`tracks[${index}]`, "CONTRADICTION", "This track is listed before; compare different tracks.");
    }
    await references.check();

    const [nodes, rolesByTrack] = await Promise.all([
      loaders.existingAll<Track>(trackIds),
      Promise.all(trackIds.map((trackId) => everyOf<Role>(context, "role", { trackId }))),
    ]);
    const roles = rolesByTrack.flat();
    const levels = [...new Set(roles.flatMap(({ seniority }) => seniority ?? []))].sort((a, b) => a - b);
    const transitions = await Promise.all(roles.map(({ id }) => loaders.related("transitionsFromRole", id)));
    return {
      tracks: nodes,
      rungs: levels.map((seniority) => ({ seniority, roles: roles.filter((role) => role.seniority === seniority) })),
      switches: transitions.flat().filter(({ fromId, toId }) => {
        const into = snapshot.network.trackId(toId);
        return into !== null && into !== snapshot.network.trackId(fromId) && trackIds.includes(into);
      }),
    };
  }
}
