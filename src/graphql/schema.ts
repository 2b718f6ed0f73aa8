import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { Activity } from "../model/Activity.js";
import { Certification } from "../model/Certification.js";
import { Claim } from "../model/Claim.js";
import { DegreeRequirement } from "../model/DegreeRequirement.js";
import { Employer } from "../model/Employer.js";
import { Experience } from "../model/Experience.js";
import { Match } from "../model/Match.js";
import { Phase } from "../model/Phase.js";
import { Question } from "../model/Question.js";
import { Sector } from "../model/Sector.js";
import { SkillRequirement } from "../model/SkillRequirement.js";
import { Statement } from "../model/Statement.js";
import { Transition } from "../model/Transition.js";
import { Trend } from "../model/Trend.js";
import { aboutResolver } from "./catalogue/aboutResolver.js";
import { AlternativePathQueries } from "./alternatives/AlternativePathQueries.js";
import { CatalogueQueries } from "./catalogue/CatalogueQueries.js";
import { CertificationResolver } from "./catalogue/CertificationResolver.js";
import { DegreeResolver } from "./catalogue/DegreeResolver.js";
import { EmployerResolver } from "./catalogue/EmployerResolver.js";
import { TrackResolver } from "./catalogue/TrackResolver.js";
import { linkedSkillsResolver } from "./catalogue/linkedSkillsResolver.js";
import { CitationResolver } from "./citation/CitationResolver.js";
import { sourcesResolver } from "./citation/sourcesResolver.js";
import {
  ComparedRoleResolver,
  LevelDifferenceResolver,
  RoleComparisonQueries,
} from "./comparison/RoleComparisonQueries.js";
import { TrackComparisonQueries } from "./comparison/TrackComparisonQueries.js";
import { directResolvers } from "./directResolvers.js";
import { DatasetQueries } from "./dataset/DatasetQueries.js";
import { SkillGapQueries } from "./gap/SkillGapQueries.js";
import { limitFields } from "./limits/limitFields.js";
import { GrowthLink, RoleLink, SkillLink } from "./link/Link.js";
import { MatchingRoleQueries } from "./matching/MatchingRoleQueries.js";
import { NeighborhoodQueries, RelationResolver } from "./neighborhood/NeighborhoodQueries.js";
import { EntityResolver } from "./node/EntityResolver.js";
import { MatchResolver } from "./node/MatchResolver.js";
import { NodeQueries } from "./node/NodeQueries.js";
import "./path/enums.js";
import { PathQueries } from "./path/PathQueries.js";
import {
  PathResolver,
  PathResultResolver,
  PathStepResolver,
  PathTotalsResolver,
  WhyNotResolver,
} from "./path/PathResolver.js";
import { DegreeRequirementResolver } from "./role/DegreeRequirementResolver.js";
import { IgnoredReferenceResolver } from "./references/IgnoredReferenceResolver.js";
import { ReachableRoleQueries } from "./reach/ReachableRoleQueries.js";
import { RoadmapQueries } from "./roadmap/RoadmapQueries.js";
import { RoadmapResolver, RoadmapSkillResolver } from "./roadmap/RoadmapResolver.js";
import { RoleQueries } from "./role/RoleQueries.js";
import { RoleResolver } from "./role/RoleResolver.js";
import { SimilarRoleResolver } from "./role/SimilarRoleResolver.js";
import { AdviceResolver, TransitionResolver } from "./role/TransitionResolver.js";
import { SearchQueries } from "./search/SearchQueries.js";
import { SkillsInTextQueries } from "./skill/SkillsInTextQueries.js";
import { SkillQueries } from "./skill/SkillQueries.js";
import { SkillRequirementResolver } from "./skill/SkillRequirementResolver.js";
import { SkillResolver } from "./skill/SkillResolver.js";

const QUERY =
  "Queries on the career graph. A reference (`from`, `to`, `ref`, `avoid`, …) is an id, a title or name, or an alias; case, accents, punctuation, common short forms and English plurals make no difference. For an argument with a default, null means the default. If the arguments of a field are invalid, that field is null with an error, and the other fields are answered.";

/** The whole schema, with its resolvers; they expect a `Context`. */
export async function careerSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      NodeQueries,
      EntityResolver,
      MatchResolver,
      RoleQueries,
      RoleResolver,
      SimilarRoleResolver,
      TransitionResolver,
      AdviceResolver,
      DegreeRequirementResolver,
      SkillQueries,
      SkillResolver,
      SkillRequirementResolver,
      PathQueries,
      PathResultResolver,
      WhyNotResolver,
      PathResolver,
      PathTotalsResolver,
      PathStepResolver,
      ReachableRoleQueries,
      MatchingRoleQueries,
      SkillGapQueries,
      RoadmapQueries,
      RoadmapResolver,
      RoadmapSkillResolver,
      RoleComparisonQueries,
      ComparedRoleResolver,
      LevelDifferenceResolver,
      TrackComparisonQueries,
      AlternativePathQueries,
      SearchQueries,
      SkillsInTextQueries,
      NeighborhoodQueries,
      RelationResolver,
      CatalogueQueries,
      TrackResolver,
      DegreeResolver,
      CertificationResolver,
      EmployerResolver,
      DatasetQueries,
      IgnoredReferenceResolver,
      CitationResolver,
      ...[Experience, Statement, SkillRequirement, DegreeRequirement, Claim].map((type) => sourcesResolver(type)),
      ...[Transition, Match, Trend, Sector, Question].map((type) => sourcesResolver(type)),
      ...[SkillLink, GrowthLink, RoleLink].map((type) => sourcesResolver(type)),
      ...[Statement, Question, Claim].map((type) => aboutResolver(type)),
      linkedSkillsResolver(Certification, "Skills that the certification proves."),
      linkedSkillsResolver(Phase, "Skills that the phase develops."),
      linkedSkillsResolver(Activity, "Skills that the activity develops."),
      linkedSkillsResolver(Trend, "Skills that the trend calls for."),
    ],
    // These types are only reachable through interfaces.
    orphanedTypes: [Employer],
    validate: false,
  });
  const query = schema.getQueryType();
  // The library cannot describe the root type.
  if (query) query.description = QUERY;
  directResolvers(schema);
  limitFields(schema);
  return schema;
}
