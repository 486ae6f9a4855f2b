import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graveFindings } from "./accessibility.ts";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { importOwnFiles } from "./own-files.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let practice: string;

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  await browser.page.goto(server.entry);
  await browser.page.getByRole("link", { name: /Look at my own files/ }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const schemes = ["light", "dark"] as const;

/** Pages of a practice by their heading; `click` opens what stands beside the page. */
const pages: readonly { path: string; heading: string | RegExp; click?: string }[] = [
  { path: "report", heading: "Report" },
  { path: "report?figure=denied", heading: "Report" },
  { path: "claims", heading: "Claims" },
  { path: "claims?open=1", heading: "Claims" },
  { path: "claims?search=zzzz", heading: "Nothing matches these filters" },
  { path: "claims/1", heading: /^Claim / },
  { path: "claims/999999", heading: "Not found" },
  { path: "remittances?open=1", heading: "Remittances" },
  { path: "remittances/1", heading: /^Remittance / },
  { path: "exceptions", heading: "Exceptions" },
  { path: "approvals", heading: "Approvals" },
  { path: "credits", heading: "Credits" },
  { path: "credits?view=refunds", heading: "Credits" },
  { path: "write-offs", heading: "Write-offs" },
  { path: "many-write-offs", heading: "Write off many" },
  { path: "transfers?remittance=1", heading: /^What remittance 1 moved/ },
  { path: "small-balances", heading: "Small balances" },
  { path: "deposit-slips", heading: "Deposit slips" },
  { path: "card-gateway", heading: "Card gateway" },
  { path: "account-numbers", heading: "General ledger numbers" },
  { path: "deposits", heading: "Deposits" },
  { path: "files", heading: "Files" },
  { path: "work", heading: "My work" },
  { path: "accounts?open=cash:Cash", heading: "Ledger accounts" },
  { path: "audit", heading: "Audit" },
];

async function findingsIn(scheme: (typeof schemes)[number]): Promise<string[]> {
  await browser.page.emulateMedia({ colorScheme: scheme });
  return graveFindings(browser.page);
}

describe("axe finds nothing serious", () => {
  it.each(schemes)("on the first page and own files, %s", async (scheme) => {
    const { page } = browser;
    await page.goto(server.address);
    await page.getByRole("link", { name: /Look at my own files/ }).waitFor();
    expect(await findingsIn(scheme)).toEqual([]);
    await page.goto(`${server.address}/own-files`);
    await page.getByRole("heading", { name: "Look at my own files" }).waitFor();
    expect(await findingsIn(scheme)).toEqual([]);
  });

  it("on an import", async () => {
    const { page } = browser;
    await page.goto(server.address);
    practice = await importOwnFiles(page);
    for (const scheme of schemes) expect(await findingsIn(scheme)).toEqual([]);
  });

  describe.each(schemes)("%s", (scheme) => {
    it.each(pages)("on $path", async ({ path, heading }) => {
      const { page } = browser;
      await page.goto(`${server.address}/p/${practice}/${path}`);
      await page.getByRole("heading", { name: heading }).first().waitFor();
      await page.waitForLoadState("networkidle");
      expect(await findingsIn(scheme)).toEqual([]);
    });
  });

  it.each(pages)(
    "on a telephone nothing hangs over the edge of $path",
    async ({ path, heading }) => {
      const { page } = browser;
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${server.address}/p/${practice}/${path}`);
      // A panel of figures fills a telephone and hides the heading behind it.
      const title = page.getByRole("heading", { name: heading, includeHidden: true }).first();
      await title.waitFor({ state: "attached" });
      await page.waitForLoadState("networkidle");
      const widest = await page.evaluate(() => document.documentElement.scrollWidth);
      await page.setViewportSize({ width: 1366, height: 768 });
      expect(widest).toBeLessThanOrEqual(390);
    },
  );

  it("on a file with its segments", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/p/${practice}/files`);
    await page.getByRole("link", { name: /remittance\.835/ }).click();
    await page.getByRole("button", { name: /^ISA/ }).click();
    for (const scheme of schemes) expect(await findingsIn(scheme)).toEqual([]);
  });

  it("on the keyboard map, the menus and the sign-in page", async () => {
    const { page, context } = browser;
    await page.goto(`${server.address}/p/${practice}/claims`);
    await page.getByRole("heading", { name: "Claims" }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    for (const scheme of schemes) expect(await findingsIn(scheme)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /account of/ }).click();
    await page.getByRole("menu").waitFor();
    for (const scheme of schemes) expect(await findingsIn(scheme)).toEqual([]);
    await context.clearCookies();
    await page.goto(`${server.address}/sign-in`);
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    for (const scheme of schemes) expect(await findingsIn(scheme)).toEqual([]);
  });
});
