// Jest imports this file itself, without its transform, so it brings the compiler for what follows.
import "../../../dev/typescript/register.mjs";

export default async function globalSetup() {
  const { startSharedNeo4j } = await import("./sharedNeo4j.ts");
  await startSharedNeo4j();
}
