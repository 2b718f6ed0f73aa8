import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

/** No container engine builds the image here, so the tests check what can be read. */
const copied = [...readFileSync("Dockerfile", "utf8").matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) =>
  sources!.split(" "),
);

test("the files that the image copies exist and are not excluded from the build", () => {
  const sent = [...readFileSync(".dockerignore", "utf8").matchAll(/^!(.+)$/gm)].map(([, path]) => path!);
  expect(copied.length).toBeGreaterThan(8);
  expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  expect(copied.filter((path) => !sent.some((each) => path === each || path.startsWith(`${each}/`)))).toEqual([]);
});

test("the image contains the seed, the matches, the schema and the statements, and runs as a user with few rights", () => {
  expect(copied).toEqual(expect.arrayContaining(["seed", "matches", "schema", "cypher"]));
  expect(readFileSync("Dockerfile", "utf8")).toMatch(/^USER node$/m);
});

test("images are pinned by their full version", () => {
  const files = ["Dockerfile", "docker-compose.yml"].map((file) => readFileSync(file, "utf8")).join("\n");
  const images = [...files.matchAll(/^(?:FROM|\s+image:) (\S+)/gm)].map(([, image]) => image);
  expect(images.length).toBe(3);
  for (const image of images) expect(image).toMatch(/^\w+:\d+\.\d+\.\d+-\w+$/);
});
