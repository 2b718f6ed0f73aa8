#!/usr/bin/env node
import "./production.js";
import { readFileSync } from "node:fs";
import { Command, CommanderError, Option } from "commander";
import { MOST_PATHS } from "../paths/query/checkQuery.js";
import { runCompare } from "./compare/runCompare.js";
import { runGap } from "./gap/runGap.js";
import { CLOSENESSES, KINDS, OBJECTIVES, runPath } from "./path/runPath.js";
import { languageCodes } from "./languageCodes.js";
import { count, number, several, severalOf, withPersonOptions } from "./personOptions.js";
import { reportError } from "./reportError.js";
import { runRoadmap } from "./roadmap/runRoadmap.js";
import { runSchema } from "./runSchema.js";
import { runServe } from "./runServe.js";
import { runValidate } from "./runValidate.js";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** The largest integer of GraphQL. */
const MOST_STEPS = 2 ** 31 - 1;

const given = process.argv.slice(2);
const json = given.slice(0, [...given, "--"].indexOf("--")).includes("--json");

const program = new Command("career-graph")
  .description("Career Graph: paths from one role to another, with steps, skills, time, pay and sources.")
  .version(version)
  .showHelpAfterError("(run with --help for the usage)");
// Subcommands inherit this. With --json, reportError also reports usage errors.
if (json) program.exitOverride().configureOutput({ writeErr: () => {} });

program
  .command("serve")
  .description("Serve GraphQL over HTTP. Environment variables configure it; see docs/operations.md.")
  .action(runServe);

program
  .command("mcp")
  .description(
    "Serve tools to an assistant through the Model Context Protocol, over standard input and output; see docs/assistants.md.",
  )
  // Imported only here, because importing the SDK is slow.
  .action(async () => (await import("./runMcp.js")).runMcp());

withPersonOptions(
  program
    .command("path")
    .description("Print the best path from one role to another, or several.")
    .argument("<from>", "the role to start from: id, title or alias")
    .argument("<to>", "the role to reach: id, title or alias")
    .addOption(
      new Option("--by <objective>", "objective of the search (default: steps)").choices(Object.keys(OBJECTIVES)),
    )
    .option("--top <count>", `number of paths to print, 1 to ${MOST_PATHS}`, count(1, MOST_PATHS))
    .option("--differ", "print paths that share at most half of their roles between the ends (default: 3 paths)")
    .option("--tradeoffs", "print the Pareto-optimal paths by steps, years and skills to learn")
    .option("--avoid <role>", "a role to avoid; repeatable", several)
    .option("--via <role>", "a role to pass through; repeatable, in order", several)
    .option(
      "--track <track>",
      "a track that the roles between the ends must be on; repeat it to allow several tracks",
      several,
    )
    .addOption(
      new Option("--kind <kind>", `a kind of step to allow: ${Object.keys(KINDS).join(", ")}; repeatable`).argParser(
        severalOf(Object.keys(KINDS)),
      ),
    )
    .option("--stated", "only steps that a source states")
    .addOption(
      new Option("--closeness <closeness>", "minimum closeness of the work at a step between related roles").choices(
        Object.keys(CLOSENESSES),
      ),
    )
    .option("--max-steps <count>", "maximum number of steps", count(0, MOST_STEPS))
    .option("--max-years <years>", "maximum number of years", number)
    .option("--max-track-changes <count>", "maximum number of track changes", count(0, MOST_STEPS))
    .option(
      "--max-preparation-rise <levels>",
      "maximum number of preparation levels that one step may rise",
      count(0, MOST_STEPS),
    )
    .option("--min-pay <amount>", "minimum yearly pay of every role after the first; needs --currency", number)
    .option("--currency <code>", "the currency of --min-pay, such as USD; needs --min-pay")
    .option("--place <place>", "the place of --min-pay, such as US or US-CA; needs --min-pay"),
).action(runPath);

withPersonOptions(
  program
    .command("gap")
    .description("Print which of the skills that a role needs a person has, and which they lack.")
    .argument("<roles...>", "the role to reach, or two: from and to"),
).action(runGap);

withPersonOptions(
  program
    .command("roadmap")
    .description("Print the skills to learn and to raise for a role, stage by stage.")
    .argument("<roles...>", "the role to reach, or two: from and to"),
).action(runRoadmap);

program
  .command("compare")
  .description("Print the skills that 2 to 5 roles all need, with levels, and those that only one needs.")
  .argument("<roles...>", "2 to 5 different roles: ids, titles or aliases")
  .option("--json", "print JSON")
  .action(runCompare);

program
  .command("validate")
  .description("Check dataset folders. Prints every problem with its file, its line and what to do.")
  .argument("[folders...]", "dataset folders (default: those of DATASET)")
  .action(runValidate);

program
  .command("load")
  .description(
    "Load dataset folders into the Neo4j of NEO4J_URI. Readers see the old revision or the new one, never a mixture.",
  )
  .argument("[folders...]", "dataset folders (default: those of DATASET)")
  .option("--dry-run", "print what would change, and change nothing")
  .option("--force", "load even if more than a tenth of the active records would be removed")
  .option("--if-empty", "load nothing if a revision is already active that this version can read")
  .option("--keep-previous", "keep the replaced revision for `activate`")
  .option("--no-wait", "exit at once; the next load drops the replaced revision")
  // Importing the Neo4j driver is slow, so only commands that need it do so.
  .action(async (folders, options) => (await import("./runLoad.js")).runLoad(folders, options));

program
  .command("drop")
  .description("Drop every revision that is not active, at least a minute after it was replaced.")
  .action(async () => (await import("./runLoad.js")).runDrop());

program
  .command("revisions")
  .description("List the revisions that the Neo4j of NEO4J_URI holds, the active one first.")
  .option("--json", "print JSON")
  .action(async (options) => (await import("./runRevisions.js")).runRevisions(options));

program
  .command("verify")
  .description(
    "Check a revision in Neo4j: its counts, references and checksums, and that the network agrees with the relationships. Exits with 1 if it is damaged.",
  )
  .argument("[revision]", "revision to check (default: the active one)")
  .option("--json", "print JSON")
  .action(async (revision, options) => (await import("./runRevisions.js")).runVerify(revision, options));

program
  .command("activate")
  .description("Check a kept revision in Neo4j and make it active. Readers switch at once.")
  .argument("<revision>", "revision to switch to; `revisions` lists them")
  .action(async (revision) => (await import("./runRevisions.js")).runActivate(revision));

const importing = program
  .command("import")
  .description("Turn a publisher's release into a dataset folder for DATASET, with a report of every row left out.");

importing
  .command("onet")
  .description("Import the O*NET database, text edition; made for release 29.3.")
  .argument("<folder>", "folder of the release's tables, or the zip of the release")
  .option(
    "--wages <file>",
    "OEWS wage estimates as CSV: national_M2024_dl.csv, the states, the metropolitan areas; repeatable",
    several,
  )
  .requiredOption("--out <folder>", "folder to write: new, empty, or from an earlier import")
  .action(async (folder, options) => (await import("./runImport.js")).runImportOnet(folder, options));

importing
  .command("esco")
  .description("Import the ESCO classification in English; made for releases v1.1 and v1.2.")
  .argument("<folder>", "folder of the release's zips, named as published")
  .option(
    "--languages <codes>",
    "languages of labels, such as en,fr; titles and names are English (default: en)",
    languageCodes,
  )
  .requiredOption("--out <folder>", "folder to write: new, empty, or from an earlier import")
  .action(async (folder, options) => (await import("./runImport.js")).runImportEsco(folder, options));

importing
  .command("crosswalk")
  .description(
    "Import the crosswalk between O*NET and ESCO, as the European Commission publishes it, as a folder of matches.",
  )
  .argument("<file>", "the CSV file of the crosswalk")
  .option(
    "--beside <folder>",
    "dataset folder that it will be served with; rows that the folder lacks are left out; repeatable",
    several,
  )
  .requiredOption("--out <folder>", "folder to write: new, empty, or from an earlier import")
  .action(async (file, options) => (await import("./runImport.js")).runImportCrosswalk(file, options));

importing
  .command("ladder")
  .description("Import a career ladder or competency framework from one table, CSV or YAML; see docs/ladders.md.")
  .argument("<file>", "the table: one role per row")
  .requiredOption("--out <folder>", "folder to write: new, empty, or from an earlier import")
  .option("--name <name>", "name of the ladder (default: `name` in the file, or the name of the file)")
  .option("--source <title>", "title of the document that the ladder comes from")
  .option("--url <url>", "URL of that document; needs --source")
  .option("--levels <levels>", "the levels: words, lowest first, such as Aware,Working,Expert, or numbers such as 1-5")
  .addOption(
    new Option("--rungs <how>", "whether a rung also needs the skills of the rungs below it, or replaces them").choices(
      ["fill", "replace"],
    ),
  )
  .option("--no-steps", "do not create transitions from rung to rung")
  .action(async (file, options) => (await import("./runImport.js")).runImportLadder(file, options));

program
  .command("infer")
  .description("Copy a dataset folder and add inferred transitions between roles that need similar skills.")
  .argument("<folder>", "dataset folder")
  .requiredOption("--out <folder>", "folder to write: new, empty, or from an earlier run")
  .action(async (folder, options) => (await import("./runInfer.js")).runInfer(folder, options));

program
  .command("schema")
  .description(
    "Write the GraphQL schema to schema/schema.graphql, and JSON Schemas of dataset files to schema/dataset/.",
  )
  .option("--dataset", "only the JSON Schemas of dataset files, for completion and checks in an editor")
  .option("--check", "write nothing; fail if a file is stale")
  .action(runSchema);

try {
  await program.parseAsync();
} catch (error) {
  // With --json, --help and --version also end with a CommanderError.
  if (!(error instanceof CommanderError && error.exitCode === 0)) {
    reportError(error, json);
    process.exitCode = 1;
  }
}
