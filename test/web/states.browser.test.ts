import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { makeChangedSeed, makeHardDataset } from "./makeDatasets.js";
import { launchBrowser, type PageBrowser, violations } from "./openPage.js";
import { startService, type StartedService } from "./startService.js";

const folder = mkdtempSync(join(tmpdir(), "states-"));
const [changed, hard] = [join(folder, "changed"), join(folder, "hard")];
const steps = (page: Page) => page.locator(".steps > li");

let browser: PageBrowser;
const services: StartedService[] = [];
const start = async (...given: Parameters<typeof startService>): Promise<StartedService> => {
  const service = await startService(...given);
  services.push(service);
  return service;
};

beforeAll(async () => {
  makeChangedSeed(changed);
  makeHardDataset(hard);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await Promise.all(services.map((service) => service.stop()));
  rmSync(folder, { recursive: true, force: true });
});

describe("The page tells the user", () => {
  describe("over two datasets, one of them hard to search", () => {
    let service: StartedService;
    beforeAll(async () => {
      service = await start(`seed,${hard}`);
    });

    test("if a name is ambiguous: it shows the dataset of each role, and continues with the chosen one", async () => {
      const page = await browser.open(service.url, "?from=Data+Scientist&to=role:staff-ml-engineer");
      await page.getByRole("heading", { name: "Several roles have this name" }).waitFor();
      expect(await page.locator(".failure button").allTextContents()).toEqual(
        expect.arrayContaining([expect.stringContaining("Many ways"), expect.stringContaining("Machine learning")]),
      );
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Data Scientist Machine learning" }).click();
      await steps(page).first().waitFor();
      await page.close();
    });

    test("if suggestions have the same name: each shows its dataset", async () => {
      const page = await browser.open(service.url, "");
      await page.getByRole("combobox", { name: "From" }).fill("data scientist");
      await page.getByRole("option", { name: /Data Scientist.*Many ways/ }).waitFor();
      await page.getByRole("option", { name: /Data Scientist.*Machine learning/ }).waitFor();
      await page.close();
    });

    test("if a search reached its limit: it shows the paths found, and what is not proven", async () => {
      const page = await browser.open(service.url, "?from=role:first&to=role:last&by=least_learning");
      await page
        .getByText(
          /^The search reached its limit\. (There may be better paths|The first path is proven best; there may be others)\.$/,
        )
        .waitFor();
      expect(await steps(page).count()).toBe(8);
      expect(await violations(page)).toEqual([]);
      await page.close();
    });
  });

  test("if the service is busy: it says so and retries", async () => {
    const service = await start("seed");
    const page = await browser.open(service.url, "?from=role:data-scientist&to=role:staff-ml-engineer");
    await steps(page).first().waitFor();
    const [code, message] = ["TOO_BUSY", "The service is busy. Try again in a second."];
    await page.route("**/graphql*", (route) =>
      route.fulfill({
        status: 503,
        headers: { "retry-after": "1" },
        json: { errors: [{ message, extensions: { code, retryAfter: 1 } }] },
      }),
    );
    await page.getByLabel("Least time").check();
    await page.getByRole("heading", { name: "The service is busy" }).first().waitFor();
    await page.getByText("The page retries automatically.").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unroute("**/graphql*");
    await page.getByRole("heading", { name: "The service is busy" }).first().waitFor({ state: "detached" });
    expect(await steps(page).count()).toBe(3);
    await page.close();
  });

  test("if the store is unavailable: it says so in each view and retries", async () => {
    const service = await start("seed", { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "none" });
    for (const address of ["", "?from=role:a&to=role:b", "?role=role:a", "?walk=role:a", "?fit=1#know=skill:a"]) {
      const page = await browser.open(service.url, address);
      await page.getByRole("heading", { name: "The data is not available right now" }).first().waitFor();
      await page.getByText("The page retries automatically.").first().waitFor();
      expect(await page.getByText(/bolt:|127\.0\.0\.1/).count()).toBe(0);
      expect(await violations(page)).toEqual([]);
      await page.close();
    }
  });

  test("if the revision changes while the page is open: it says that a path no longer exists, and the rest works", async () => {
    const before = await start("seed");
    const page = await browser.open(before.url, "?from=role:data-scientist&to=role:vp-of-ai");
    await steps(page).first().waitFor();
    const { port } = new URL(before.url);
    await before.stop();
    const after = await start(changed, { PORT: port });
    expect(after.url).toBe(before.url);
    const gone = page.locator(".paths button", { hasText: "Staff ML Engineer → ML Engineering Manager" });
    await gone.first().click();
    await page.getByText("The data has changed, and this path no longer exists").waitFor();
    await page.getByRole("button", { name: "Reload" }).click();
    await page.getByText("The path in this address is no longer among these paths.").waitFor();
    await steps(page).first().locator("summary").first().click();
    await steps(page).first().getByRole("heading", { name: "Pay" }).waitFor();
    expect(await gone.count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test("about pay in several places: it shows a band for each, and the place is in the address", async () => {
    const service = await start(changed);
    const page = await browser.open(service.url, "?role=role:junior-ml-engineer");
    await page.getByText("$70K–$160K a year (range)").waitFor();
    await page.getByLabel("Place").selectOption("GB");
    await page.getByText("£41K–£43K a year (range, United Kingdom)").first().waitFor();
    await page.reload();
    await page.getByText("£41K–£43K a year (range, United Kingdom)").first().waitFor();
    expect(await page.getByLabel("Place").inputValue()).toBe("GB");
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test("without logging errors or requesting anything from other hosts", () => {
    expect(browser.strangers).toEqual([]);
    expect(browser.faults).toEqual([]);
  });
});
