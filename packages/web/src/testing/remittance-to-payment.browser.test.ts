import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graveFindings } from "./accessibility.ts";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { importOwnFiles } from "./own-files.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let practice: string;
let statement = "";
let keys = 0;

const told: string[] = [];

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  await browser.page.goto(server.entry);
  practice = await importOwnFiles(browser.page);
});

afterAll(async () => {
  process.stdout.write(`${told.join("\n")}\n`);
  await browser?.close();
  await server?.stop();
});

async function press(...pressed: readonly string[]) {
  for (const key of pressed) {
    keys += 1;
    await browser.page.keyboard.press(key);
  }
}

/** Notes how many keys a task took beside what it may take. */
function count(task: string, target: number) {
  told.push(`${task}: ${keys} keys, target ${target}`);
  expect(keys).toBeLessThanOrEqual(target);
  keys = 0;
}

const heading = (name: string | RegExp) =>
  browser.page.getByRole("heading", { level: 1, name }).waitFor();

describe("from a remittance to a payment, without a mouse", () => {
  it("shows what patients owe once the payer has spoken", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/p/${practice}/remittances`);
    await page.getByRole("row", { name: /88120/ }).waitFor();
    await press("g", "2");
    await heading("Patient balances");
    await page.getByText("2 accounts owe $139.60 after their payers.").waitFor();
    await page.getByRole("row", { name: /HALE, ROBERT.*110\.00/ }).waitFor();
    count("see what patients owe", 2);
  });

  it("previews a run with its reasons and issues it", async () => {
    const { page } = browser;
    await press("Control+Enter");
    await heading("Statements");
    await page.getByText("1 statement would go out over $110.00.").waitFor();
    await page
      .getByRole("row", { name: /ORTIZ, LENA.*payers have not decided all of it/ })
      .waitFor();
    await press("Control+Enter");
    await page.getByText("1 statement was issued over $110.00.").waitFor();
    const link = page.getByRole("link", { name: /^S\d{6}-\d+$/ });
    statement = (await link.getAttribute("href")) ?? "";
    count("preview and issue statements", 2);
  });

  it("tells a patient on a telephone what he owes and why, and on one sheet of paper", async () => {
    const { page } = browser;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.address}${statement}`);
    await page.getByText(/^You owe \$110\.00\. Please pay by /).waitFor();
    await page.getByText(/Office visit \$150\.00.*NORTHWAY PPO left to you: deductible/).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    expect(await graveFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    const href = await page.getByRole("link", { name: "PDF" }).getAttribute("href");
    const bytes = async () => (await page.request.get(`${server.address}${href}`)).body();
    const first = await bytes();
    expect((await bytes()).equals(first)).toBe(true);
    const file = await getDocument({ data: new Uint8Array(first), verbosity: 0 }).promise;
    expect(file.numPages).toBe(1);
    const { items } = await (await file.getPage(1)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join(" ");
    await file.destroy();
    expect(text).toContain("You owe $110.00.");
    expect(text).toContain("Make your check out to");
  });

  it("takes the payment and gives a receipt", async () => {
    const { page } = browser;
    keys = 0;
    await press("e");
    await heading(/HALE, ROBERT/);
    await page.getByText("Owes $110.00 for 1 visit.").waitFor();
    await page.getByRole("button", { name: "Take 110.00" }).waitFor();
    await press("Control+Enter");
    await heading(/^Receipt R\d{6}-P\d+$/);
    await page.getByText(/ROBERT HALE paid \$110\.00 on .* by check\./).waitFor();
    count("from the statement to the receipt", 3);
    expect(await graveFindings(page)).toEqual([]);
    const paper = await page.getByRole("link", { name: "PDF" }).getAttribute("href");
    const answer = await page.request.get(`${server.address}${paper}`);
    expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await page.getByRole("link", { name: "Open the account" }).focus();
    await press("Enter");
    await page.getByText("Owes nothing.").waitFor();
  });

  it("every page is without grave faults of accessibility and complaints", async () => {
    const { page } = browser;
    for (const path of ["patient-balances", "statement-run"]) {
      await page.goto(`${server.address}/p/${practice}/${path}`);
      await heading(/./);
      await page.waitForLoadState("networkidle");
      expect(await graveFindings(page)).toEqual([]);
    }
    expect(browser.complaints).toEqual([]);
  });
});
