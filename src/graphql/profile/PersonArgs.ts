import { ArgsType, Field } from "type-graphql";
import type { Context } from "../Context.js";
import { References } from "../references/References.js";
import { ProfileInput } from "./ProfileInput.js";
import { type Profile, resolveProfile } from "./resolveProfile.js";

/** Arguments of fields about one person and one role to reach. */
@ArgsType()
export class PersonArgs {
  @Field(() => String, {
    nullable: true,
    description: "The person's current role: id, title or alias; null means that only the profile counts.",
  })
  readonly from!: string | null;

  @Field(() => String, { description: "The role to reach: id, title or alias." })
  readonly to!: string;

  @Field(() => ProfileInput, {
    nullable: true,
    description: "What the person has in addition to the skills of `from`.",
  })
  readonly profile!: ProfileInput | null;
}

/** Looks up the references of these arguments. @throws InputError with all their problems */
export async function resolvePerson(
  context: Context,
  { from, to, profile }: PersonArgs,
): Promise<{ readonly fromId: string | null; readonly toId: string; readonly person: Profile }> {
  const references = new References(context);
  const fromId = references.optional("ROLE", "from", from);
  const toId = references.one("ROLE", "to", to);
  const person = resolveProfile(references, profile);
  await references.check();
  return { fromId, toId, person };
}
