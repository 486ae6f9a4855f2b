import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { graveFindings } from "./accessibility.ts";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let practice: string;

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  const { page } = browser;
  await page.goto(server.entry);
  await page.waitForURL((url) => !url.search.includes("token"));
  const answer = await page.request.post(`${server.address}/api/practices`, {
    headers: { "idempotency-key": crypto.randomUUID() },
    data: { name: "Riverside Family", kind: "practice" },
  });
  practice = (await answer.json()).id;
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it("sets prices by key alone", async () => {
  const { page } = browser;
  await page.goto(`${server.address}/p/${practice}/prices`);
  await page.getByText("No prices yet").waitFor();
  await page.keyboard.press("n");
  for (const [code, price] of [
    ["99213", "145"],
    ["99214", "$1,205.50"],
  ] as const) {
    await page.keyboard.type(code);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type(price);
    await page.keyboard.press("Enter");
    await page.getByRole("row", { name: new RegExp(code) }).waitFor();
  }
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByLabel("Price of 99213").waitFor();
  await page.keyboard.type("150");
  await page.keyboard.press("Enter");
  await page.getByLabel("Price of 99214").waitFor();
  await page.keyboard.type("205.5");
  await page.keyboard.press("Enter");
  await page.getByRole("row", { name: /99213.*150\.00/ }).waitFor();
  await page.getByRole("row", { name: /99214.*205\.50/ }).waitFor();
  await page.reload();
  await page.getByRole("row", { name: /99214.*205\.50/ }).waitFor();
});

it("takes a price list in, but for the row that is wrong", async () => {
  const { page } = browser;
  const file = join(mkdtempSync(join(tmpdir(), "headwater-prices-")), "prices.csv");
  writeFileSync(
    file,
    "procedure_code,price,effective_from,label\n" +
      "99215,260.00,2026-01-01,Long visit\n99216,12,2026-01-01,\n93000,55.00,2026-01-01,\n",
  );
  await page.getByRole("link", { name: "Import" }).click();
  await page.getByTestId("choose-table").setInputFiles([file]);
  await page.getByRole("row", { name: /3 refused price .*exactly two places/ }).waitFor();
  await page.getByRole("button", { name: "Write 2 rows" }).click();
  await page.getByText("prices.csv is taken in.").waitFor();
  await page.getByTestId("choose-table").setInputFiles([file]);
  await page.getByText("Nothing to write").waitFor();
  await page.getByRole("link", { name: "Back to the list" }).click();
  await page.getByRole("row", { name: /99215.*260\.00.*Long visit/ }).waitFor();
});

it("takes a payer over from the directory and records an enrolment", async () => {
  const { page } = browser;
  await page.goto(`${server.address}/p/${practice}/payers?view=directory&search=ohio`);
  await page.getByRole("button", { name: "Take over" }).click();
  await page.getByRole("link", { name: "on file" }).click();
  const enrollments = page.getByRole("region", { name: "Enrolments" });
  await enrollments.getByRole("button", { name: "Add an enrolment" }).click();
  await enrollments.getByLabel("First day").fill("2026-01-01");
  await enrollments.getByRole("button", { name: "Add", exact: true }).click();
  await enrollments.getByRole("row", { name: /837P.*every provider.*active/ }).waitFor();
});

it("says on the practice's page what is set up", async () => {
  const { page } = browser;
  await page.goto(`${server.address}/p/${practice}/practice`);
  await page.getByText("of 12 things are set up").waitFor();
  await page.getByRole("row", { name: /^done Prices in force/ }).waitFor();
  await page.getByLabel("Submitter", { exact: true }).fill("Riverside Family");
  await page.getByLabel("Submitter's identifier").fill("RFM01");
  await page.getByLabel("Contact", { exact: true }).fill("Billing office");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("needs a telephone number or an e-mail address").waitFor();
  await page.getByLabel("Contact's telephone").fill("518-555-0100");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("row", { name: /^done Submitter and contact/ }).waitFor();
});

it.each([
  "practice",
  "facilities?open=new",
  "payers",
  "prices",
  "fee-schedules",
  "take-in?what=payers",
])("%s has no fault of accessibility", async (path) => {
  const { page } = browser;
  await page.goto(`${server.address}/p/${practice}/${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await graveFindings(page)).toEqual([]);
});
