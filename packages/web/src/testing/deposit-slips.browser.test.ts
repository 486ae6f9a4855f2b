import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { importOwnFiles } from "./own-files.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let practice = "";

const address = (path: string) => `${server.address}/p/${practice}/${path}`;

/** Takes a payment at the desk from the account that the claims of the files name first. */
async function takePayment(account: string, cents: number, method: string, reference?: string) {
  const answer = await browser.page.request.post(
    `${server.address}/api/practices/${practice}/patient-accounts/${account}/payments`,
    {
      headers: { origin: server.address, "idempotency-key": crypto.randomUUID() },
      data: { cents, method, ...(reference ? { reference } : {}), wish: { by: "nobody" } },
    },
  );
  expect(answer.status()).toBe(201);
}

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  const { page } = browser;
  await page.goto(server.entry);
  practice = await importOwnFiles(page);
  const patients = await page.request.get(
    `${server.address}/api/practices/${practice}/patients?limit=1`,
  );
  const { rows } = (await patients.json()) as { rows: { id: number }[] };
  const account = `p${rows[0]?.id}`;
  await takePayment(account, 2500, "cash");
  await takePayment(account, 1075, "check", "1042");
  await takePayment(account, 4000, "card");
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it("puts cash and checks on a slip, counted to the cent", async () => {
  const { page } = browser;
  await page.goto(address("deposit-slips"));
  const waiting = page.getByRole("table", { name: "Not yet deposited" });
  await waiting.getByText("1042").waitFor();
  const form = page.getByRole("form", { name: "Deposit slips" });
  // What a terminal took comes to the bank by itself: it is not ticked.
  await form.getByText("2 payments on the slip").waitFor();
  await form.getByLabel("Number of the slip").fill("S-77");
  await form.getByLabel("Counted").fill("35.00");
  await form.getByText("$0.75 less than the payments come to.").waitFor();
  expect(await form.getByRole("button", { name: /Make the slip/ }).isDisabled()).toBe(true);
  await form.getByLabel("Counted").fill("35.75");
  await form.getByText("It is what the payments come to.").waitFor();
  await page.keyboard.press("Control+Enter");
  const panel = page.getByRole("complementary", { name: "Slip over 35.75" });
  await panel.getByRole("table", { name: "On the slip" }).getByText("1042").waitFor();
  await panel.getByText("No line of the bank has this amount.").waitFor();
  await waiting.getByText("1042").waitFor({ state: "detached" });
});

it("shows the slip on the board of cash, and what it sums", async () => {
  const { page } = browser;
  await page.goto(address("cash"));
  // The slip, and the card of the terminal that is on none.
  await page.getByRole("row", { name: /S-77/ }).waitFor();
  await page.getByRole("link", { name: /^\$/ }).first().click();
  await page.waitForURL(/unexplained=not-deposited/);
  await page.getByRole("row", { name: /S-77/ }).waitFor();
  await page.getByRole("link", { name: "35.75: show what moved" }).click();
  const panel = page.getByRole("complementary", { name: "Slip over 35.75" });
  await panel.getByRole("link", { name: "25.00: show what moved" }).click();
  await page.getByRole("heading", { name: "What the payment moved" }).waitFor();
});

it("is the bank's line once a bank file shows it", async () => {
  const { page } = browser;
  const file = join(mkdtempSync(join(tmpdir(), "headwater-slip-")), "bank.csv");
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(file, `date,amount,trace,payer,type\n${day},35.75,S-77,,deposit\n`);
  await page.goto(address("files?import=1"));
  await page.getByTestId("choose-files").setInputFiles([file]);
  await page.getByRole("heading", { name: "Your files are read" }).waitFor({ timeout: 60_000 });
  await page.goto(address("deposit-slips"));
  await page.getByRole("button", { name: "S-77" }).click();
  const panel = page.getByRole("complementary", { name: "Slip over 35.75" });
  await panel.getByText(/^The bank shows it on/).click();
  const deposit = page.getByRole("complementary", { name: "Deposit of 35.75" });
  await deposit.getByText("It is the deposit slip").waitFor();
});

it("tells whether the card gateway answers", async () => {
  const { page } = browser;
  await page.goto(address("card-gateway"));
  await page.getByRole("button", { name: "Ask it whether it answers" }).click();
  await page.getByText(/^It answers, in \d+ ms\./).waitFor();
});
