import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { datasetSchemas } from "../../src/dataset/datasetSchemas.js";

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validators = new Map([...datasetSchemas()].map(([file, text]) => [file, ajv.compile(JSON.parse(text))]));

/** What is wrong with the records of a file: where, and what the schema says. */
function wrong(file: string, records: unknown): string[] {
  const validate = validators.get(file)!;
  validate(records);
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, params["additionalProperty"]].filter(Boolean).join(" "),
  );
}

const FOLDERS = ["seed", ...readdirSync("matches").map((folder) => `matches/${folder}`)];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder).flatMap((name) => (name.endsWith(".yaml") ? [`${folder}/${name}`] : [])),
);

describe("The JSON Schemas of dataset files", () => {
  test("are those in schema/dataset", () => {
    const kept = readdirSync("schema/dataset").map((name) => [name, readFileSync(`schema/dataset/${name}`, "utf8")]);
    expect(Object.fromEntries(kept)).toEqual(
      Object.fromEntries([...datasetSchemas()].map(([file, text]) => [`${file}.json`, text])),
    );
  });

  test.each(FILES)("accept %s, which names its schema", (file) => {
    const text = readFileSync(file, "utf8");
    const stem = /([a-z]+)\.yaml$/.exec(file)![1]!;
    const up = "../".repeat(file.split("/").length - 1);
    expect(text.split("\n")[0]).toBe(`# yaml-language-server: $schema=${up}schema/dataset/${stem}.json`);
    expect(wrong(stem, parse(text))).toEqual([]);
  });

  test("accept links as an id and as an object", () => {
    const skill = { id: "skill:a", name: "A", cites: [{ source: "source:s" }] };
    expect(wrong("skills", [{ ...skill, buildsOn: ["skill:b", { to: "skill:c", basis: "INFERRED" }] }])).toEqual([]);
    expect(wrong("skills", [{ ...skill, buildsOn: ["role:b"] }])).not.toEqual([]);
    expect(wrong("skills", [{ ...skill, buildsOn: [{ to: "skill:b", base: "STATED" }] }])).not.toEqual([]);
  });

  test("find an unknown key, an unknown enum value, a missing key and an id of another kind", () => {
    const role = { id: "role:a", title: "A", place: "LADDER", cites: [{ source: "source:s" }] };
    expect(wrong("roles", [role])).toEqual([]);
    expect(wrong("roles", [{ ...role, seniorty: 3 }])).toEqual(["/0 must NOT have additional properties seniorty"]);
    expect(wrong("roles", [{ ...role, place: "LADER" }])).toEqual([
      "/0/place must be equal to one of the allowed values",
    ]);
    expect(wrong("roles", [{ ...role, title: undefined }])).toEqual(["/0 must have required property 'title'"]);
    expect(wrong("roles", [{ ...role, id: "skill:a" }])).toEqual([expect.stringContaining("/0/id must match pattern")]);
  });
});
