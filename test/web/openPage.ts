import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";

const { source: axe } = createRequire(`${process.cwd()}/package.json`)("axe-core") as { source: string };

/** A browser for the tests of the page. */
export interface PageBrowser {
  /** URLs on other hosts that the page requested. */
  readonly strangers: readonly string[];
  /** Errors in the page. */
  readonly faults: readonly string[];
  /** Opens a page of a service. */
  open(
    url: string,
    address: string,
    options?: { readonly width?: number; readonly scheme?: "light" | "dark" },
  ): Promise<Page>;
  close(): Promise<void>;
}

/** Starts `/usr/bin/chromium`, or the browser in `CHROMIUM`. */
export async function launchBrowser(): Promise<PageBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  const strangers: string[] = [];
  const faults: string[] = [];
  return {
    strangers,
    faults,
    open: async (url, address, { width = 1200, scheme = "light" } = {}) => {
      const page = await browser.newPage({
        viewport: { width, height: 900 },
        colorScheme: scheme,
        reducedMotion: "reduce",
      });
      page.setDefaultTimeout(40_000);
      page.on("request", (request) => {
        if (!request.url().startsWith(url)) strangers.push(request.url());
      });
      page.on("pageerror", (error) => faults.push(String(error)));
      await page.goto(`${url}${address}`);
      return page;
    },
    close: () => browser.close(),
  };
}

/** The violations that axe finds in the current view. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate("axe.run()")) as {
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  };
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
