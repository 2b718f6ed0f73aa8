import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { Activity } from "../../model/Activity.js";
import type { Certification } from "../../model/Certification.js";
import { Degree } from "../../model/Degree.js";
import type { Entity } from "../../model/Entity.js";
import type { EntityPrefix } from "../../model/entityKinds.js";
import { Phase } from "../../model/Phase.js";
import type { Question } from "../../model/Question.js";
import { Sector } from "../../model/Sector.js";
import type { Source } from "../../model/Source.js";
import { Statement } from "../../model/Statement.js";
import { StatementTopic } from "../../model/StatementTopic.js";
import { Track } from "../../model/Track.js";
import { Trend } from "../../model/Trend.js";
import type { Connection } from "../connection/connectionTypes.js";
import { normalizeName } from "../../names/normalizeName.js";
import { type PageArgs, pageArgs } from "../connection/PageArgs.js";
import { pageAsked } from "../connection/pageAsked.js";
import { pageOf } from "../connection/pageOf.js";
import { givenList } from "../givenList.js";
import type { Context } from "../Context.js";
import { CertificationConnection } from "./CertificationConnection.js";
import { QuestionConnection } from "./QuestionConnection.js";
import { SourceConnection } from "./SourceConnection.js";

const BY_DEFAULT = 20;
const CatalogueArgs = pageArgs(BY_DEFAULT);

/** Everything in the dataset besides roles and skills, by kind. */
@Resolver()
export class CatalogueQueries {
  @Query(() => [Track], { description: "Every career track." })
  tracks(@Ctx() { loaders }: Context): Promise<readonly Track[]> {
    return loaders.read((reader) => reader.every("track"));
  }

  @Query(() => [Statement], {
    description: "Statements about roles and the field, such as the takeaways of the source documents.",
  })
  async statements(
    @Arg("topics", () => [StatementTopic], {
      nullable: true,
      description: "Only these topics; null or an empty list lists all.",
    })
    topics: StatementTopic[] | null,
    @Ctx() { loaders, work }: Context,
  ): Promise<readonly Statement[]> {
    const statements = await loaders.read((reader) => reader.every("statement"));
    work.charge(statements.length);
    const wanted = givenList(topics);
    return wanted === null ? statements : statements.filter(({ topic }) => wanted.includes(topic));
  }

  @Query(() => [Phase], { description: "The phases of skill development, the earliest first." })
  phases(@Ctx() { loaders }: Context): Promise<readonly Phase[]> {
    return loaders.read((reader) => reader.every("phase"));
  }

  @Query(() => [Trend], { description: "Trends in the industry." })
  trends(@Ctx() { loaders }: Context): Promise<readonly Trend[]> {
    return loaders.read((reader) => reader.every("trend"));
  }

  @Query(() => CertificationConnection, {
    nullable: true,
    description: "Certifications, by name. Paginated. Null only if there is an error.",
  })
  certifications(@Args(() => CatalogueArgs) args: PageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return pageOfKind<Certification>("certification", args, context, info);
  }

  @Query(() => [Degree], { description: "Academic degrees, from the lowest level." })
  degrees(@Ctx() { loaders }: Context): Promise<readonly Degree[]> {
    return loaders.read((reader) => reader.every("degree"));
  }

  @Query(() => [Activity], { description: "Continuing education." })
  activities(@Ctx() { loaders }: Context): Promise<readonly Activity[]> {
    return loaders.read((reader) => reader.every("activity"));
  }

  @Query(() => [Sector], { description: "Industry sectors that sources name because of their pay." })
  sectors(@Ctx() { loaders }: Context): Promise<readonly Sector[]> {
    return loaders.read((reader) => reader.every("sector"));
  }

  @Query(() => QuestionConnection, {
    nullable: true,
    description: "Frequently asked questions. Paginated. Null only if there is an error.",
  })
  questions(@Args(() => CatalogueArgs) args: PageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return pageOfKind<Question>("question", args, context, info);
  }

  @Query(() => SourceConnection, {
    nullable: true,
    description:
      "The documents that facts are taken from and the works that they cite. Paginated. Null only if there is an error.",
  })
  sources(@Args(() => CatalogueArgs) args: PageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return pageOfKind<Source>("source", args, context, info);
  }
}

/** A page of the entities with an id prefix, by name. */
function pageOfKind<T extends Entity>(
  prefix: EntityPrefix,
  args: PageArgs,
  { snapshot, loaders }: Context,
  info: GraphQLResolveInfo,
): Connection<T> {
  const page = pageAsked(args, info, BY_DEFAULT);
  const { ids, names } = snapshot.inOrder.of(prefix);
  const keyOf = (place: number) => [normalizeName(names[place] as string), ids[place] as string];
  return pageOf({ name: `${prefix}s`, hits: [...ids.keys()], keyOf }, page, (place, cursor) => ({
    cursor,
    get node() {
      return loaders.existing(ids[place] as string) as T;
    },
  }));
}
