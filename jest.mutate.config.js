import { common } from "./jest.config.js";

/**
 * The files that `npm run mutate` mutates, by subject, and the tests that must fail. These test the subject at the seam that people rely
 * on, and each file of them runs in seconds.
 */
export const SUBJECTS = {
  pay: {
    code: ["src/pay/*.ts"],
    tests: ["test/pay/*"],
  },
  cursors: {
    code: ["src/graphql/connection/*.ts", "src/store/slicePositions.ts"],
    tests: ["test/graphql/lists"],
  },
  merging: {
    code: ["src/dataset/{mergeEqualRecords,revisionOf}.ts"],
    tests: ["test/dataset/revisionOf", "test/dataset/rules/uniqueIds"],
  },
  cache: {
    code: ["src/server/{EntityTags,ResponseCache,reuseAnswers}.ts"],
    tests: ["test/server/{reuseAnswers,ResponseCache,EntityTags}"],
  },
  limits: {
    code: ["src/graphql/limits/*.ts"],
    tests: ["test/graphql/{operationLimits,DocumentStore}"],
  },
  roadmap: {
    code: ["src/paths/planRoadmap.ts", "src/graphql/roadmap/RoadmapQueries.ts"],
    tests: ["test/graphql/roadmap", "test/paths/skillGap"],
  },
  orders: {
    code: ["src/snapshot/{NamesInOrder,selectRoles}.ts", "src/graphql/role/orderedRoles.ts"],
    tests: ["test/graphql/{listOrders,minPay}"],
  },
};

/** The subjects to mutate: those in SUBJECT, separated by commas, or all. */
export function subjectsAsked() {
  const names = process.env.SUBJECT?.split(",") ?? Object.keys(SUBJECTS);
  return names.map((name) => {
    const subject = SUBJECTS[name];
    if (subject === undefined) throw new Error(`No subject "${name}". There are ${Object.keys(SUBJECTS).join(", ")}.`);
    return subject;
  });
}

export default {
  ...common,
  testMatch: subjectsAsked().flatMap(({ tests }) => tests.map((files) => `<rootDir>/${files}.test.ts`)),
  testTimeout: 30_000,
};
