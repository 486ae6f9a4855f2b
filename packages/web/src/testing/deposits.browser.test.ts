import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { importOwnFiles } from "./own-files.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";
import { tabTo, typeInto } from "./type-into.ts";

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

it("types in a lockbox batch by keyboard alone, told what is left to its total", async () => {
  const { page } = browser;
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  const panel = page.getByRole("complementary", { name: "Type in a deposit" });
  await panel.waitFor();
  const { keyboard } = page;
  await keyboard.type("Lockbox");
  await typeInto(page, "Batch number", "LB-7");
  await typeInto(page, "Batch total", "200.00");
  await typeInto(page, "Number", "10442");
  await typeInto(page, "Payer", "NORTHWAY PPO");
  await typeInto(page, "At the bank", "120.00");
  await panel.getByText("120.00 of 200.00: 80.00 to go.").waitFor();
  await tabTo(page, "Another check");
  await keyboard.press("Enter");
  await keyboard.type("10443");
  await typeInto(page, "At the bank", "80");
  await panel.getByText("The checks add up to the batch.").waitFor();
  await keyboard.press("Control+Enter");
  await page.getByRole("complementary", { name: "Deposit of 120.00" }).waitFor();
  await page.getByRole("row", { name: /10443/ }).waitFor();
});

it("takes a deposit that was typed in back with a reason", async () => {
  const { page } = browser;
  const panel = page.getByRole("complementary", { name: "Deposit of 120.00" });
  await panel.getByText(/^Typed in by/).waitFor();
  await panel.getByPlaceholder("Why it is taken back").fill("typed twice");
  await panel.getByRole("button", { name: "Take the deposit back" }).click();
  await panel.getByText(/^Taken back by .*: typed twice$/).waitFor();
});

it("says so when nothing explains a deposit", async () => {
  const { page } = browser;
  await page.getByRole("row", { name: /ELSEWHERE/ }).click();
  const panel = page.getByRole("complementary", { name: "Deposit of 10.00" });
  await panel.getByText("No remittance of this amount waits for a deposit").waitFor();
});
