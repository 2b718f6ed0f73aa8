#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { runPath } from "./path/runPath.js";
import { runSchema } from "./runSchema.js";
import { runServe } from "./runServe.js";
import { runValidate } from "./runValidate.js";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const program = new Command("career-graph")
  .description("Career Graph: the way from one role to another, with steps, skills, time, pay and sources.")
  .version(version)
  .showHelpAfterError("(run with --help for the usage)");

program
  .command("serve")
  .description("Serve GraphQL over HTTP; the environment configures it, see the README.")
  .action(runServe);

program
  .command("path")
  .description("Print the path of fewest steps from one role to another.")
  .argument("<from>", "the role to start from: id, title or alias")
  .argument("<to>", "the role to reach: id, title or alias")
  .option("--json", "print the answer as JSON, for a program")
  .action(runPath);

program
  .command("validate")
  .description("Check dataset folders; prints every problem with its file, its line and what to do.")
  .argument("[folders...]", "dataset folders; by default those of DATASET")
  .action(runValidate);

program
  .command("load")
  .description(
    "Load dataset folders into the Neo4j of NEO4J_URI; readers see the old revision or the new one, never a part.",
  )
  .argument("[folders...]", "dataset folders; by default those of DATASET")
  // The driver of Neo4j takes its time to import, so only the commands that talk to one do it.
  .action(async (folders: readonly string[]) => (await import("./runLoad.js")).runLoad(folders));

const importing = program
  .command("import")
  .description(
    "Turn what a publisher released into a dataset folder for DATASET, with a report of every row left out.",
  );

importing
  .command("onet")
  .description("Import the O*NET database, text edition.")
  .argument("<folder>", "folder of the release's tables")
  .option("--wages <file>", "national OEWS wage estimates, such as national_M2024_dl.csv")
  .requiredOption("--out <folder>", "folder to write: new, empty, or of an earlier import")
  .action(async (folder, options) => (await import("./runImport.js")).runImportOnet(folder, options));

program
  .command("neo4j")
  .description("Start a Neo4j for development and keep it until Ctrl-C; prints its address and the environment to set.")
  .action(async () => (await import("./runNeo4j.js")).runNeo4j());

program
  .command("schema")
  .description("Write the GraphQL schema to schema/schema.graphql.")
  .option("--check", "write nothing; fail where the file is stale")
  .action(runSchema);

try {
  await program.parseAsync();
} catch (error) {
  // Whoever runs a command gets one message; a stack would tell them nothing.
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
