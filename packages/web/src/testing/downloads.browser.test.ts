import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { downloadOf } from "./download-of.ts";
import { importOwnFiles } from "./own-files.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";
import { zipEntries } from "./zip-entries.ts";

let server: TestedServer;
let browser: TestedBrowser;
let practice: string;

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  await browser.page.goto(server.entry);
  practice = await importOwnFiles(browser.page);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function show(page: Page, path: string, heading: string) {
  await page.goto(`${server.address}/p/${practice}/${path}`);
  await page.getByRole("heading", { name: heading }).first().waitFor();
  await page.locator("tbody tr[aria-rowindex]").first().waitFor();
}

/** Presses Export and one of its formats; returns the name and bytes that the browser saved. */
async function exported(page: Page, format: "CSV" | "Excel workbook") {
  await page.getByRole("button", { name: "Export" }).last().click();
  const download = await downloadOf(page, () =>
    page.getByRole("menuitem", { name: format }).click(),
  );
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const lists: readonly { path: string; heading: string; file: string; head: string }[] = [
  { path: "claims", heading: "Claims", file: "claims", head: "Patient control number" },
  { path: "remittances", heading: "Remittances", file: "remittances", head: "Date" },
  { path: "files", heading: "Files", file: "files", head: "File" },
  { path: "work", heading: "My work", file: "work", head: "Due" },
  { path: "accounts", heading: "Ledger accounts", file: "accounts", head: "Account" },
  { path: "audit", heading: "Audit", file: "audit", head: "Recorded at" },
  { path: "report?figure=denied", heading: "Report", file: "report-rows", head: "Row" },
];

describe("downloads", () => {
  it.each(lists)("$path as CSV and as a workbook", async ({ path, heading, file, head }) => {
    const { page } = browser;
    await show(page, path, heading);
    const csv = await exported(page, "CSV");
    expect(csv.name).toBe(`${file}.csv`);
    expect(csv.bytes.toString("utf8").startsWith(head)).toBe(true);
    const book = await exported(page, "Excel workbook");
    expect(book.name).toBe(`${file}.xlsx`);
    expect([...zipEntries(book.bytes).keys()]).toContain("xl/worksheets/sheet1.xml");
  });

  it("hold every row of the list as it is filtered, with exact dollars", async () => {
    const { page } = browser;
    await show(page, "claims?search=ortiz", "Claims");
    const csv = (await exported(page, "CSV")).bytes.toString("utf8").trim().split("\r\n");
    expect(csv.length).toBe(2);
    expect(csv[1]).toContain('7QK42201,1,"ORTIZ, LENA",NORTHWAY PPO,2026-06-12');
    expect(csv[1]).toContain("622.00,118.40,62.00");
  });

  it("hold typed cells in a workbook: numbers are numbers, text is never a formula", async () => {
    const { page } = browser;
    await show(page, "accounts", "Ledger accounts");
    const entries = zipEntries((await exported(page, "Excel workbook")).bytes);
    const sheet = entries.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).toMatch(/<c r="C2"[^>]*><v>392\.4<\/v>/);
    expect(sheet).not.toContain("<f>");
    const cents = [...sheet.matchAll(/<c r="C\d+"[^>]*><v>(-?[\d.]+)<\/v>/g)].map(([, dollars]) =>
      Math.round(Number(dollars) * 100),
    );
    expect(cents.length).toBe(24);
    expect(cents.reduce((sum, one) => sum + one, 0)).toBe(0);
  });

  it("gives a file back as it came, under its own name", async () => {
    const { page } = browser;
    await show(page, "files", "Files");
    await page.getByRole("link", { name: "remittance.835" }).click();
    const download = await downloadOf(page, () =>
      page.getByRole("link", { name: "Download the original" }).click(),
    );
    expect(download.suggestedFilename()).toBe("remittance.835");
    const given = readFileSync(new URL("files/remittance.835", import.meta.url));
    expect(readFileSync(await download.path()).equals(given)).toBe(true);
  });
});

describe("on paper", () => {
  it("the report leaves the frame behind and is not cut at the edge of the screen", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/p/${practice}/report?figure=denied`);
    await page.getByRole("region", { name: "The measures" }).waitFor();
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".frame-nav", ".frame-top", ".page-actions", ".side-panel"])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    const clipped = await page.evaluate(() => {
      const paper = document.querySelector(".page-scroll");
      return paper === null || paper.scrollHeight > paper.clientHeight;
    });
    expect(clipped).toBe(false);
    const pdf = await page.pdf({ format: "Letter" });
    const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    expect(sheets.length).toBeGreaterThan(1);
    await page.emulateMedia({ media: null });
  });

  it("a claim shows all of itself", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/p/${practice}/claims/1`);
    await page.getByRole("heading", { name: /^Claim / }).waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("region", { name: "Money" }).isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "Save note" }).isVisible()).toBe(false);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollHeight >= document.body.scrollHeight,
    );
    expect(overflow).toBe(true);
    await page.emulateMedia({ media: null });
  });
});
