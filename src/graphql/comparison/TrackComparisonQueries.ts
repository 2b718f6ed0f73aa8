import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Role } from "../../model/Role.js";
import type { Track } from "../../model/Track.js";
import { compareText } from "../../model/compareText.js";
import { ALL_ROLES, selectRoles } from "../../snapshot/selectRoles.js";
import type { Snapshot } from "../../snapshot/Snapshot.js";
import type { Context } from "../Context.js";
import { References } from "../references/References.js";
import { comparedIds, FEWEST, MOST } from "./comparedIds.js";
import { TrackComparison } from "./TrackComparison.js";

/** Comparisons of career tracks. */
@Resolver()
export class TrackComparisonQueries {
  @Query(() => TrackComparison, {
    nullable: true,
    description:
      "Tracks side by side, level by level, and the transitions between them. Null only if there is an error.",
  })
  async compareTracks(
    @Arg("tracks", () => [String], {
      nullable: true,
      description: `${FEWEST} to ${MOST} different tracks: ids, names or aliases. All must belong to the same dataset, because seniority is comparable only within one dataset. Null means the first ${MOST} tracks, by id, of the first dataset that has any; the answer may then have one track or none.`,
    })
    tracks: string[] | null,
    @Ctx() context: Context,
  ): Promise<TrackComparison> {
    const { snapshot, loaders } = context;
    const trackIds = (tracks ?? null) === null ? firstTracks(snapshot) : await askedTracks(context, tracks as string[]);
    const [nodes, rolesByTrack] = await Promise.all([
      loaders.existingAll<Track>(trackIds),
      Promise.all(
        trackIds.map((trackId) => {
          const selected = selectRoles(snapshot, { ...ALL_ROLES, trackId });
          return loaders.existingAll<Role>(selected.map((role) => snapshot.roles.ids[role] as string));
        }),
      ),
    ]);
    const roles = rolesByTrack.flat();
    context.work.charge(roles.length);
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

/** The tracks to compare by default: the first ones by id of the first dataset with tracks. */
function firstTracks({ inOrder, parts }: Snapshot): readonly string[] {
  const { ids, originIds } = inOrder.of("track");
  const first = [...parts.keys()].find((part) => originIds.includes(part));
  return ids
    .filter((_, ordinal) => originIds[ordinal] === first)
    .sort(compareText)
    .slice(0, MOST);
}

/** @throws InputError with all problems of the requested tracks */
async function askedTracks(context: Context, tracks: readonly string[]): Promise<readonly string[]> {
  const references = new References(context);
  const trackIds = comparedIds(references, "TRACK", "tracks", tracks);
  const { ids, originIds } = context.snapshot.inOrder.of("track");
  const originOf = (id: string) => originIds[ids.indexOf(id)];
  const [first = ""] = trackIds;
  for (const [index, id] of trackIds.entries()) {
    if (first !== "" && id !== "" && originOf(id) !== originOf(first)) {
      references.bad(
        `tracks[${index}]`,
        "CONTRADICTION",
        "This track belongs to a different dataset from the first, and levels are comparable only within one dataset. Compare tracks of one dataset.",
      );
    }
  }
  await references.check();
  return trackIds;
}
