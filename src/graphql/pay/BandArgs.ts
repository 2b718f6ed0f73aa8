import { ArgsType, Field } from "type-graphql";

/** Which pay band is wanted; what is left out is chosen. */
@ArgsType()
export class BandArgs {
  @Field(() => String, {
    nullable: true,
    description:
      "The place of the band, as `PayClaim.place` writes it: US, US-CA or the name of an area. Null leaves it open: no place before countries before their parts before other areas, then where most claims make a band, then by code.",
  })
  readonly place?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The currency of the band, as an ISO 4217 code such as USD. Null leaves it open, as with `place`.",
  })
  readonly currency?: string | null;
}
