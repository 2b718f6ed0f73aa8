export default async function globalTeardown() {
  const { stopSharedNeo4j } = await import("./sharedNeo4j.ts");
  await stopSharedNeo4j();
}
