import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
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
import type { Page } from "../../store/CareerStore.js";
import type { Connection } from "../connection/connectionTypes.js";
import { decodeCursor } from "../connection/Cursor.js";
import { connectionOf, pageSize } from "../connection/page.js";
import { PageArgs } from "../connection/PageArgs.js";
import type { Context } from "../Context.js";
import { CertificationConnection } from "./CertificationConnection.js";
import { everyOf } from "./everyOf.js";
import { QuestionConnection } from "./QuestionConnection.js";
import { SourceConnection } from "./SourceConnection.js";

/** Everything the dataset holds besides roles and skills, kind by kind. */
@Resolver()
export class CatalogueQueries {
  @Query(() => [Track], { description: "Every career track." })
  tracks(@Ctx() context: Context): Promise<Track[]> {
    return everyOf<Track>(context, "track");
  }

  @Query(() => [Statement], {
    description: "Statements about roles and the field, such as the takeaways of the source documents.",
  })
  async statements(
    @Arg("topics", () => [StatementTopic], { nullable: true, description: "Only these topics; null lists all." })
    topics: StatementTopic[] | null,
    @Ctx() context: Context,
  ): Promise<Statement[]> {
    const statements = await everyOf<Statement>(context, "statement");
    return topics === null || topics === undefined
      ? statements
      : statements.filter(({ topic }) => topics.includes(topic));
  }

  @Query(() => [Phase], { description: "The phases of skill development, the earliest first." })
  phases(@Ctx() context: Context): Promise<Phase[]> {
    return everyOf<Phase>(context, "phase");
  }

  @Query(() => [Trend], { description: "Trends in the industry." })
  trends(@Ctx() context: Context): Promise<Trend[]> {
    return everyOf<Trend>(context, "trend");
  }

  @Query(() => CertificationConnection, {
    nullable: true,
    description: "Certificates, a page at a time. Null only beside an error.",
  })
  certifications(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return pageOf<Certification>("certification", page, context);
  }

  @Query(() => [Degree], { description: "Academic degrees, from the lowest level." })
  degrees(@Ctx() context: Context): Promise<Degree[]> {
    return everyOf<Degree>(context, "degree");
  }

  @Query(() => [Activity], { description: "Continuing education." })
  activities(@Ctx() context: Context): Promise<Activity[]> {
    return everyOf<Activity>(context, "activity");
  }

  @Query(() => [Sector], { description: "Industry sectors named for their pay." })
  sectors(@Ctx() context: Context): Promise<Sector[]> {
    return everyOf<Sector>(context, "sector");
  }

  @Query(() => QuestionConnection, {
    nullable: true,
    description: "Frequently asked questions, a page at a time. Null only beside an error.",
  })
  questions(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return pageOf<Question>("question", page, context);
  }

  @Query(() => SourceConnection, {
    nullable: true,
    description:
      "The documents that facts are taken from and the works they cite, a page at a time. Null only beside an error.",
  })
  sources(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return pageOf<Source>("source", page, context);
  }
}

async function pageOf<T extends Entity>(
  prefix: EntityPrefix,
  { first, after }: PageArgs,
  { snapshot }: Context,
): Promise<Connection<T>> {
  const list = `${prefix}s`;
  const page = await snapshot.reader.page({
    prefix,
    order: "DEFAULT",
    first: pageSize(first, 20),
    after: decodeCursor(list, snapshot.revision, after),
  });
  return connectionOf(list, snapshot.revision, page as Page<T>);
}
