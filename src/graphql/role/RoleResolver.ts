import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Certification } from "../../model/Certification.js";
import { DegreeRequirement } from "../../model/DegreeRequirement.js";
import { Employer } from "../../model/Employer.js";
import { EmploymentClaim } from "../../model/EmploymentClaim.js";
import { GrowthClaim } from "../../model/GrowthClaim.js";
import { Match } from "../../model/Match.js";
import { PayClaim } from "../../model/PayClaim.js";
import { Question } from "../../model/Question.js";
import { Role } from "../../model/Role.js";
import { SkillRequirement } from "../../model/SkillRequirement.js";
import { Statement } from "../../model/Statement.js";
import type { StatementTopic } from "../../model/StatementTopic.js";
import { Track } from "../../model/Track.js";
import { Transition } from "../../model/Transition.js";
import { Trend } from "../../model/Trend.js";
import { similarRoles } from "../../paths/similarRoles.js";
import { pageSize } from "../connection/pageAsked.js";
import type { Context } from "../Context.js";
import { GrowthLink, RoleLink } from "../link/Link.js";
import { linksOf } from "../link/linksOf.js";
import { whenReady } from "../whenReady.js";
import { BandArgs } from "../pay/BandArgs.js";
import { bandAsked } from "../pay/bandAsked.js";
import { PayBand } from "../pay/PayBand.js";
import { payBandOf } from "../../pay/payBandOf.js";
import { whyNoPayBand } from "../../pay/whyNoPayBand.js";
import { SimilarRole } from "./SimilarRole.js";

/** The fields of a role that lead to other nodes. */
@Resolver(() => Role)
export class RoleResolver {
  @FieldResolver(() => Track, {
    nullable: true,
    description: "The track that the role is on; null if the sources put it on no track or on several.",
  })
  track(@Root() role: Role, @Ctx() { loaders }: Context) {
    return role.trackId === null ? null : loaders.existing<Track>(role.trackId);
  }

  @FieldResolver(() => [Statement], { description: "Work that the role does." })
  responsibilities(@Root() role: Role, @Ctx() context: Context) {
    return statementsOf(role, "RESPONSIBILITY", context);
  }

  @FieldResolver(() => [Statement], {
    description: "What the role requires of a person, in sentences; `skills` lists the skills in them.",
  })
  requirements(@Root() role: Role, @Ctx() context: Context) {
    return statementsOf(role, "REQUIREMENT", context);
  }

  @FieldResolver(() => [Statement], { description: "What to concentrate on while in the role." })
  focus(@Root() role: Role, @Ctx() context: Context) {
    return statementsOf(role, "FOCUS", context);
  }

  @FieldResolver(() => [SkillRequirement], {
    description:
      "Skills that the role needs: ESSENTIAL first, then STATED before INFERRED. Empty if the sources name none.",
  })
  skills(@Root() role: Role, @Ctx() { loaders }: Context) {
    return loaders.related("requirementsOfRole", role.id);
  }

  @FieldResolver(() => [DegreeRequirement], {
    description: "Degrees that the role asks for, from MINIMUM to ADVANTAGE.",
  })
  degrees(@Root() role: Role, @Ctx() { loaders }: Context) {
    return loaders.related("degreeRequirementsOfRole", role.id);
  }

  @FieldResolver(() => [Certification], {
    description: "Certifications that prove a skill that the role needs, derived from the skills.",
  })
  certifications(@Root() role: Role, @Ctx() { loaders }: Context) {
    return loaders.related("certificationsOfRole", role.id);
  }

  @FieldResolver(() => [PayClaim], {
    description: "Every pay claim about the role, as stated; contradicting claims are listed side by side.",
  })
  pay(@Root() role: Role, @Ctx() { loaders }: Context) {
    return loaders.related("payOfRole", role.id);
  }

  @FieldResolver(() => PayBand, {
    nullable: true,
    description:
      "One pay band to show. It spans the role's yearly claims for one place and currency, of the first statistic that exists (RANGE, then PERCENTILE_RANGE from 25 to 75, then MEDIAN, then AVERAGE) and the first component (UNSPECIFIED, then BASE, then TOTAL). Null if there is no such claim; see `payBandMissing`.",
  })
  payBand(@Root() role: Role, @Args(() => BandArgs) args: BandArgs, @Ctx() { loaders }: Context) {
    const asked = bandAsked(args);
    return whenReady(loaders.related("payOfRole", role.id), (claims) => payBandOf(claims, asked));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Why `payBand` with the same arguments is null although `pay` has claims, for instance because they are about only some people in the role or about other places; otherwise null.",
  })
  payBandMissing(@Root() role: Role, @Args(() => BandArgs) args: BandArgs, @Ctx() { loaders }: Context) {
    const asked = bandAsked(args);
    return whenReady(loaders.related("payOfRole", role.id), (claims) => whyNoPayBand(claims, asked));
  }

  @FieldResolver(() => [GrowthClaim], {
    description: "Claims of growth in employment; each says which people it counts.",
  })
  growth(@Root() role: Role, @Ctx() { loaders }: Context) {
    return loaders.related("growthOfRole", role.id);
  }

  @FieldResolver(() => [EmploymentClaim], {
    description: "Claims of how many people work in the role; each gives the place and the date of the count.",
  })
  employment(@Root() role: Role, @Ctx() { loaders }: Context) {
    return loaders.related("employmentOfRole", role.id);
  }

  @FieldResolver(() => [Transition], { description: "Moves from this role to others." })
  transitions(@Root() role: Role, @Ctx() { loaders }: Context) {
    return loaders.related("transitionsFromRole", role.id);
  }

  @FieldResolver(() => [Transition], { description: "Moves from other roles to this one." })
  transitionsInto(@Root() role: Role, @Ctx() { loaders }: Context) {
    return loaders.related("transitionsIntoRole", role.id);
  }

  @FieldResolver(() => [SimilarRole], {
    nullable: true,
    description:
      "Roles that need similar skills, the most similar first; empty for a role without known skills. Roles that share no skill are left out. Null only if there is an error.",
  })
  async similar(
    @Root() role: Role,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: 3,
      description: "Maximum number of roles, 1 to 100; null means 3.",
    })
    first: number | null,
    @Ctx() context: Context,
  ): Promise<SimilarRole[]> {
    const most = pageSize("first", first ?? 3);
    return context.shortSearch(() => similarRoles(context.snapshot.network, role.id, most));
  }

  @FieldResolver(() => [Match], {
    description:
      "How the role relates to roles of other datasets, EXACT first. The role is `from` or `to`; `kind` reads from → to.",
  })
  matches(@Root() role: Role, @Ctx() { loaders }: Context) {
    return loaders.related("matchesOf", role.id);
  }

  @FieldResolver(() => [Role], {
    description:
      "Roles that are nearly the same: roles of the same dataset from another source, and roles with an EXACT or CLOSE match in `matches`.",
  })
  closeMatches(@Root() role: Role, @Ctx() { loaders }: Context) {
    return loaders.related("closeMatchesOfRole", role.id);
  }

  @FieldResolver(() => [GrowthLink], {
    description: "The claims of `growth`, each with the basis and the sources of its link to this role.",
  })
  async growthLinks(@Root() role: Role, @Ctx() { loaders }: Context): Promise<GrowthLink[]> {
    const links = await linksOf(loaders, "growthOfRole", "ABOUT", role.id);
    return links.map(({ end, ...link }) => ({ claim: end, ...link }));
  }

  @FieldResolver(() => [RoleLink], {
    description: "The roles of `closeMatches`, each with the basis and the sources of the match.",
  })
  async closeMatchLinks(@Root() role: Role, @Ctx() { loaders }: Context): Promise<RoleLink[]> {
    const [roles, matches] = await Promise.all([
      loaders.related("closeMatchesOfRole", role.id),
      loaders.related("matchesOf", role.id),
    ]);
    const rests = new Map<string, Pick<RoleLink, "basis" | "citations">>(
      matches.map((match) => [match.fromId === role.id ? match.toId : match.fromId, match]),
    );
    const ofDataset = roles.flatMap(({ id }) => (rests.has(id) ? [] : [id]));
    for (const [id, { basis, citations }] of await loaders.links("CLOSE_MATCH", role.id, ofDataset)) {
      if (basis !== null) rests.set(id, { basis, citations });
    }
    return roles.map((other) => {
      const rest = rests.get(other.id);
      if (rest === undefined) throw new Error(`The store holds no match of ${role.id} and ${other.id}.`);
      return { role: other, basis: rest.basis, citations: rest.citations };
    });
  }

  @FieldResolver(() => [Question], { description: "Frequently asked questions about the role." })
  questions(@Root() role: Role, @Ctx() { loaders }: Context) {
    return loaders.related("questionsOfRole", role.id);
  }

  @FieldResolver(() => [Trend], {
    description: "Trends that call for a skill that the role needs, derived from the skills.",
  })
  trends(@Root() role: Role, @Ctx() { loaders }: Context) {
    return loaders.related("trendsOfRole", role.id);
  }

  @FieldResolver(() => [Employer], { description: "Employers that a source names for the role." })
  employers(@Root() role: Role, @Ctx() { loaders }: Context) {
    return loaders.related("employersOfRole", role.id);
  }
}

function statementsOf(role: Role, topic: StatementTopic, { loaders }: Context) {
  return whenReady(loaders.related("statementsOfRole", role.id), (statements) =>
    statements.filter((statement) => statement.topic === topic),
  );
}
