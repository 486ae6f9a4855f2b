import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let practice = "";

/** Enough for a takeback, denials of several origins and visits of today. */
const claims = 200;

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  const { page } = browser;
  await page.goto(server.entry);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const made = await post("/api/practices", { name: "Demo", kind: "demo" });
  practice = String(made.id);
  await post(`/api/practices/${practice}/demo`, { claims });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function post(path: string, data: object): Promise<{ readonly id?: string }> {
  const answer = await browser.page.request.post(server.address + path, {
    headers: { "idempotency-key": crypto.randomUUID() },
    data,
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

/** The exercise of a title on the tour's page, opened by the link in the top bar. */
async function exercise(title: string) {
  const { page } = browser;
  await page.getByRole("link", { name: "Guided tour", exact: true }).click();
  const found = page.getByRole("region", { name: title });
  await found.waitFor();
  return found;
}

const isDone = (title: string) => exercise(title).then((one) => one.getByText("✓ done").waitFor());

/** The last that is done in a demo practice is a batch that goes out. */
async function isReady(): Promise<boolean> {
  const url = `${server.address}/api/practices/${practice}/batches`;
  const answer = await browser.page.request.get(url);
  const { rows } = (await answer.json()) as { rows: { sentAt: string | null }[] };
  return rows.some(({ sentAt }) => sentAt !== null);
}

describe("the guided tour, as a newcomer takes it", () => {
  it("has a demo practice to be taken in", { timeout: 300_000 }, async () => {
    await expect.poll(isReady, { timeout: 290_000, interval: 500 }).toBe(true);
  });

  it("begins with ten exercises, none done, whatever the past holds", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/p/${practice}/work`);
    await page.getByRole("link", { name: "Guided tour", exact: true }).click();
    await page.getByRole("button", { name: "Begin the tour" }).click();
    await page.getByText("0 of 10 exercises done").waitFor();
    expect(await page.getByRole("listitem").getByRole("heading", { level: 2 }).count()).toBe(10);
    expect(await page.getByText("Not yet:").count()).toBe(0);
  });

  it("a check-in without the copay is not enough, and says why; with it the exercise is done", async () => {
    const { page } = browser;
    const title = "Check a patient in and take the copay";
    await checkIn("0");
    const tried = await exercise(title);
    await tried.getByText("Not yet: the patient is checked in, but no copay was taken.").waitFor();
    expect(await tried.getByText("✓ done").count()).toBe(0);
    await checkIn("25");
    await isDone(title);
    await page.getByText("1 of 10 exercises done").waitFor();
  });

  it("a takeback is explained by the claim that its remittance names", async () => {
    const { page } = browser;
    const title = "Explain a takeback";
    const asked = await exercise(title);
    await asked.getByLabel("Number of the claim").fill("RV-0");
    await asked.getByRole("button", { name: "Check" }).click();
    await asked.getByText("Not yet: the payment of that claim was not taken back here.").waitFor();
    const told = (await asked.getByText(/took back \$[\d,.]+/).textContent()) ?? "";
    const amount = /took back \$([\d,]+\.\d\d)/.exec(told)?.[1] ?? "";
    await asked.getByRole("link", { name: "Open that remittance" }).click();
    await page.waitForURL(/\/remittances\/\d+/);
    const reversed = page.getByRole("row", { name: new RegExp(`[-−(]${amount}`) }).first();
    const number = (await reversed.getByRole("link").first().textContent()) ?? "";
    const again = await exercise(title);
    await again.getByLabel("Number of the claim").fill(number);
    await again.getByRole("button", { name: "Check" }).click();
    await isDone(title);
  });

  it("where denials originate is read off the report", async () => {
    const { page } = browser;
    const title = "Find where denials originate";
    const asked = await exercise(title);
    await asked.getByRole("link", { name: "Go to the report" }).click();
    const section = page.getByRole("region", { name: "Where denials originate" });
    const table = section.getByRole("table").filter({ hasText: "Stage and process" });
    await table.waitFor();
    const steps = await table.locator("tbody tr td:first-child").allTextContents();
    expect(steps.length).toBeGreaterThan(1);
    const choose = async (step: string) => {
      const found = await exercise(title);
      await found.getByLabel("Stage and process").selectOption({ label: step });
      await found.getByRole("button", { name: "Check" }).click();
      return found;
    };
    const wrong = await choose(steps.at(-1) ?? "");
    await wrong.getByText("Not yet: something else cost more dollars").waitFor();
    await choose(steps[0] ?? "");
    await isDone(title);
    await page.getByText("3 of 10 exercises done").waitFor();
    expect(browser.complaints).toEqual([]);
  });

  it("keeps what is done when it is opened again", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/p/${practice}/tour`);
    await page.getByText("3 of 10 exercises done").waitFor();
    expect(await page.getByText("Not yet:").count()).toBe(0);
  });
});

/** Checks the first patient who is still expected today in, with that copay, in cash. */
async function checkIn(copay: string) {
  const { page } = browser;
  await page.getByRole("link", { name: "Calendar", exact: true }).click();
  await page
    .getByRole("row", { name: /clear .*booked/ })
    .first()
    .click();
  const panel = page.getByRole("complementary");
  await panel.getByLabel("Copay").fill(copay);
  if (copay === "0") {
    await panel.getByRole("button", { name: "Check in", exact: true }).click();
    await panel.getByText("Nothing was collected.").waitFor();
    return;
  }
  await panel.getByRole("radio", { name: "Cash" }).check();
  await panel.getByRole("button", { name: /^Check in and collect/ }).click();
  await panel.getByText(/Receipt R\d{6}-\d+/).waitFor();
}
