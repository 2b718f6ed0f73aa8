import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Skill } from "../../model/Skill.js";
import type { Context } from "../Context.js";
import { BadUserInputError } from "../errors/InputError.js";
import { SEARCH_COST } from "../limits/LIMITS.js";
import { SkillInText } from "./SkillInText.js";

/** Maximum size of the text in bytes of UTF-8. */
const MOST_BYTES = 20 * 1024;

/** Number of bytes that cost as much as one search. */
const BYTES_A_SEARCH = 2 * 1024;

/** Skills in free text. */
@Resolver()
export class SkillsInTextQueries {
  @Query(() => [SkillInText], {
    nullable: true,
    description:
      "The skills that a free text names, such as a CV or a job advertisement, in the order of the text. Skills are found by their names and aliases only; case, accents and plurals do not matter. If names overlap, the one with the most words is used, then the one that begins first. A name does not extend across a comma or the end of a sentence. Short forms are not expanded, because “CV” in a text rarely means computer vision. Names of up to three letters are found only in their own case (“Go”, “SQL”). If a name means several skills, each is a separate item. Only names are recognized: “no Python” and “I want to learn Python” also contain Python, so let the person confirm the list. Misspelt names are not found; use `search` for them. Null only if there is an error. The text is neither stored nor logged.",
  })
  async skillsIn(
    @Arg("text", () => String, {
      description: `The text, at most 20 KB (${MOST_BYTES.toLocaleString("en")} bytes of UTF-8).`,
    })
    text: string,
    @Ctx() context: Context,
  ): Promise<readonly SkillInText[]> {
    const { snapshot, loaders } = context;
    const bytes = Buffer.byteLength(text);
    if (bytes > MOST_BYTES) {
      throw new BadUserInputError(
        "text",
        "OUT_OF_RANGE",
        `The text has ${bytes} bytes of UTF-8; the limit is ${MOST_BYTES}. Send it in parts.`,
      );
    }
    const cost = SEARCH_COST * Math.ceil((bytes + 1) / BYTES_A_SEARCH);
    const found = await context.shortSearch(() => snapshot.names.skillsIn(text), cost);
    return found.flatMap(({ start, end, ids }) =>
      ids.map((id) => ({
        text: text.slice(start, end),
        start,
        end,
        get skill() {
          return loaders.existing(id) as Skill;
        },
      })),
    );
  }
}
