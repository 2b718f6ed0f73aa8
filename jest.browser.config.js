import { common } from "./jest.config.js";

/** The tests of the page, in Debian's Chromium (or the one that `CHROMIUM` names), over the built service. */
export default {
  ...common,
  testMatch: ["<rootDir>/test/web/**/*.browser.test.ts"],
  testTimeout: 120_000,
};
