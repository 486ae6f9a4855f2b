import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { importOwnFiles } from "./own-files.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  const { page } = browser;
  await page.goto(server.entry);
  const practice = await importOwnFiles(page);
  const file = join(mkdtempSync(join(tmpdir(), "headwater-bank-")), "bank.csv");
  // The bank wrote the trace number otherwise than the remittance does.
  writeFileSync(
    file,
    "date,amount,trace,payer,type\n2026-07-03,392.40,X-88120,NORTHWAY PPO,ach\n2026-07-04,10.00,,ELSEWHERE,ach\n",
  );
  await page.goto(`${server.address}/p/${practice}/files?import=1`);
  await page.getByTestId("choose-files").setInputFiles([file]);
  await page.getByRole("heading", { name: "Your files are read" }).waitFor({ timeout: 60_000 });
  await page.goto(`${server.address}/p/${practice}/deposits`);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it("ties a deposit to the remittance of its amount and takes that back", async () => {
  const { page } = browser;
  await page.getByRole("row", { name: /X-88120/ }).click();
  const panel = page.getByRole("complementary", { name: "Deposit of 392.40" });
  const mayPay = panel.getByRole("region", { name: "It may pay" });

  await mayPay.getByText("agrees in amount, date, payer").waitFor();
  await mayPay.getByRole("button", { name: "Match" }).click();
  await panel.getByText("It pays remittance").waitFor();
  await panel.getByRole("button", { name: "Take back" }).click();
  await mayPay.waitFor();
});

it("says so when nothing explains a deposit", async () => {
  const { page } = browser;
  await page.getByRole("row", { name: /ELSEWHERE/ }).click();
  const panel = page.getByRole("complementary", { name: "Deposit of 10.00" });
  await panel.getByText("No remittance of this amount waits for a deposit").waitFor();
});
