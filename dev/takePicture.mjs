import process from "node:process";
import { chromium } from "playwright-core";

// Takes the picture of the page that the README shows: `npm start`, then `node dev/takePicture.mjs`.

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage({ viewport: { width: 1100, height: 760 } });
const address = process.argv[2] ?? "http://127.0.0.1:4000/";
await page.goto(`${address}?from=role:data-scientist&to=role:vp-of-ai`);
await page.locator(".steps > li").first().waitFor();
await page.waitForLoadState("networkidle");
await page.screenshot({ path: "docs/pictures/page.png" });
await browser.close();
