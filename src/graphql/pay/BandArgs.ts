import { ArgsType, Field } from "type-graphql";

/** Selects a pay band; the service chooses what is omitted. */
@ArgsType()
export class BandArgs {
  @Field(() => String, {
    nullable: true,
    description:
      "The place of the band, in the form of `PayClaim.place`: US, US-CA or the name of an area. Null lets the service choose: claims without a place first, then countries, then subdivisions, then other areas; then the place with the most claims; then by code.",
  })
  readonly place?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The currency of the band, as an ISO 4217 code such as USD. Null lets the service choose it, as with `place`.",
  })
  readonly currency?: string | null;
}
