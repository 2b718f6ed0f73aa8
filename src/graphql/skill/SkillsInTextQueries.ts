import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Skill } from "../../model/Skill.js";
import type { Context } from "../Context.js";
import { BadUserInputError } from "../errors/InputError.js";
import { SEARCH_COST } from "../limits/LIMITS.js";
import { SkillInText } from "./SkillInText.js";

/** Bytes of UTF-8 that a text may have. */
const MOST_BYTES = 20 * 1024;

/** Bytes that are read for the cost of a search. */
const BYTES_A_SEARCH = 2 * 1024;

/** Skills in free text. */
@Resolver()
export class SkillsInTextQueries {
  @Query(() => [SkillInText], {
    nullable: true,
    description:
      "The skills that a free text names, such as a CV or a job advertisement, in order of the text: by their names and aliases alone, compared as references are (case, accents and plurals do not matter). Of overlapping names the one of most words is taken, then the one that begins first. A comma or the end of a sentence parts names. Short forms are not written out, for a CV is not computer vision, and names of up to three letters are found in their own case alone (“Go”, “SQL”). Where a name means several skills, each has an item of its own. Null only beside an error. The text is neither stored nor logged.",
  })
  async skillsIn(
    @Arg("text", () => String, { description: `The text, at most 20 KB (${MOST_BYTES} bytes of UTF-8).` }) text: string,
    @Ctx() context: Context,
  ): Promise<readonly SkillInText[]> {
    const { snapshot, loaders } = context;
    const bytes = Buffer.byteLength(text);
    if (bytes > MOST_BYTES) {
      throw new BadUserInputError(
        "text",
        "OUT_OF_RANGE",
        `A text has at most ${MOST_BYTES} bytes of UTF-8; this one has ${bytes}. Send it in parts.`,
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
