import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { removeFolderNow } from "@headwater/platform/testing/remove-folder.ts";
import {
  claimsAnswer,
  claimsOf,
  payment,
} from "@headwater/revenue-cycle/back-end/submission/testing/payer-answers.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareToBill } from "./billing-setup.ts";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { Hands } from "./count-keys.ts";
import { type FrontDeskDay, frontDeskDay } from "./front-desk-day.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";
import { effortPage, tasks } from "./tasks.ts";

let server: TestedServer;
let browser: TestedBrowser;
let day: FrontDeskDay;
let hands: Hands;
let claimNumber = "";
const connections = mkdtempSync(join(tmpdir(), "headwater-day-"));

beforeAll(async () => {
  process.env.HEADWATER_CONNECTIONS = connections;
  server = await startTestedServer();
  browser = await openBrowser();
  const { page } = browser;
  await page.goto(server.entry);
  await page.getByRole("link", { name: /Look at my own files/ }).waitFor();
  day = await frontDeskDay(page.request, server.address);
  await prepareToBill(page.request, { address: server.address, practice: day.practice });
  hands = new Hands(page);
  await page.goto(`${server.address}/p/${day.practice}/work`);
  await page.getByRole("heading", { name: "My work" }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  removeFolderNow(connections);
  process.stdout.write(effortPage(hands?.done ?? []));
});

const folder = (name: string) => join(connections, day.practice, "house", name);
const outgoing = () =>
  readdirSync(folder("outbox"))
    .sort()
    .map((name) => readFileSync(join(folder("outbox"), name)));
const lastSent = () => outgoing().at(-1) ?? new Uint8Array();

/** Lays an answer into the inbox and fetches it, as the desk does; waits until it was read. */
async function answered(name: string, text: string, isRead: () => Promise<boolean>) {
  const { page } = browser;
  writeFileSync(join(folder("inbox"), name), text);
  await page.goto(`${server.address}/p/${day.practice}/batches`);
  await page.getByRole("button", { name: "Fetch answers" }).press("Enter");
  await page.getByText("1 file came in.").waitFor();
  await expect.poll(isRead, { timeout: 60_000, interval: 500 }).toBe(true);
  await page.goto(`${server.address}/p/${day.practice}/work`);
  await page.getByRole("heading", { name: "My work" }).waitFor();
}

async function stateIs(state: string): Promise<boolean> {
  const url = `${server.address}/api/practices/${day.practice}/claims?state=${state}&limit=5`;
  const { rows } = await (await browser.page.request.get(url)).json();
  return rows.length > 0;
}

/** What a task took is no more than what it should take. */
function expectEffort(task: string) {
  const { keys } = hands.finish(task);
  expect(keys).toBeLessThanOrEqual(tasks.find((one) => one.task === task)?.target ?? -1);
}

const hasFocus = (id: string) =>
  expect
    .poll(() => browser.page.evaluate(() => document.activeElement?.id), { timeout: 20_000 })
    .toBe(id);

describe("a day without a mouse", () => {
  it("front desk: checks a patient in and collects the copay", async () => {
    const { page } = browser;
    await hands.go("s");
    await page.getByRole("row", { name: /Ortiz, Lena/ }).waitFor();
    hands.forget();
    await hands.press("Space");
    const panel = page.getByRole("complementary", { name: /Ortiz, Lena/ });
    await panel.getByText("Nothing stands in the way.").waitFor();
    await hands.press("2", "Control+Enter");
    await panel.getByText(/Receipt R\d{6}-\d+: 30\.00/).waitFor();
    expectEffort("check in a clear patient and take the copay");
  });

  it("coder: codes the visit and makes a clean claim", async () => {
    const { page } = browser;
    await hands.go("q");
    await page.locator(".waiting-work a").waitFor();
    await hands.press("o");
    await page.getByRole("heading", { name: "Charges of Ortiz, Lena" }).waitFor();
    await hasFocus("documentation.noteSigned");
    await page.getByPlaceholder("145.00").waitFor();
    hands.forget();
    await hands.press("Space", "Tab");
    await hands.type("E119");
    await hands.press("Control+Enter");
    await page.getByRole("heading", { name: /^Form of claim H/ }).waitFor();
    await page.getByText("Nothing is wrong: ready to be sent.").waitFor();
    expectEffort("code a simple visit and make its claim");
  });

  it("biller: sends all that is ready", async () => {
    const { page } = browser;
    await hands.go("x");
    await page.getByText(/1 claim worth \$145\.00 is ready/).waitFor();
    hands.forget();
    await hands.press("Control+Enter");
    await page.getByText(/Handed over once/).waitFor();
    expectEffort("send all clean claims");
    [{ patientControlNumber: claimNumber = "" } = {}] = claimsOf(lastSent());
  });

  it("biller: fixes a rejection in the very field and sends the claim again", async () => {
    const { page } = browser;
    const rejection = { control: 1, on: day.today, rejected: [claimNumber] };
    await answered("1.277", claimsAnswer(lastSent(), rejection), () => stateIs("rejected"));
    await page.goto(`${server.address}/p/${day.practice}/work?kind=rejection`);
    await page.getByRole("row", { name: new RegExp(claimNumber) }).waitFor();
    hands.forget();
    await hands.press("Space");
    await page.getByRole("button", { name: /Fix and send again/ }).waitFor();
    await hands.press("o");
    await page.getByRole("heading", { name: /^Form of claim H/ }).waitFor();
    await hasFocus("coverage.subscriber.id");
    await hands.type("W999");
    await hands.press("Control+Enter");
    await page.getByRole("heading", { name: /^Claim H/ }).waitFor();
    expectEffort("fix a rejected claim and send it again");
    const [again] = claimsOf(lastSent());
    expect(again?.coverage.subscriber?.id).toBe("W999");
    claimNumber = again?.patientControlNumber ?? "";
  });

  it("payment poster: a balanced remittance takes no key; what came is seen", async () => {
    const { page } = browser;
    const accepted = claimsAnswer(lastSent(), { control: 2, on: day.today });
    await answered("2.277", accepted, () => stateIs("accepted"));
    const denied = payment(lastSent(), { control: 3, on: day.today, statusCode: "4" });
    await answered("3.835", denied, () => stateIs("denied"));
    hands.forget();
    expectEffort("post a balanced remittance");
    await hands.go("r");
    await page.getByRole("row", { name: /EFT3.*posted/ }).waitFor();
  });

  it("denial specialist: appeals with the letter that is drafted, and takes it back", async () => {
    const { page } = browser;
    await hands.go("1");
    await page.getByText(/1 denial worth \$145\.00/).waitFor();
    hands.forget();
    await hands.press("Space");
    const panel = page.getByRole("complementary", { name: "Denial" });
    const appeal = panel.getByRole("button", { name: /^Appeal \(\d\)/ });
    const number = /\((\d)\)/.exec((await appeal.textContent()) ?? "")?.[1] ?? "";
    await hands.press(number);
    await panel.getByLabel("Letter").waitFor();
    await hands.press("Control+Enter");
    await panel
      .getByText(/appealed/)
      .first()
      .waitFor();
    expectEffort("appeal with a letter");
    await hands.press("u");
    await panel
      .getByText(/undone/)
      .first()
      .waitFor();
  });

  it("denial specialist: corrects a denied claim in the very field and sends it", async () => {
    const { page } = browser;
    await hands.press("Escape", "Escape");
    hands.forget();
    await hands.press("Space");
    const panel = page.getByRole("complementary", { name: "Denial" });
    await panel.getByRole("button", { name: /^Correct and resend/ }).waitFor();
    expect(await panel.getByRole("button", { name: /^Bill the patient/ }).count()).toBe(0);
    await hands.press("e");
    await page.getByRole("heading", { name: /^Form of claim H/ }).waitFor();
    // The payer misses the authorization: its number is asked for.
    await hasFocus("references.1.id");
    await hands.type("AUTH77");
    await hands.press("Control+Enter");
    await page.getByRole("heading", { name: /^Claim H/ }).waitFor();
    expectEffort("correct a denied claim and send it");
    const [corrected] = claimsOf(lastSent());
    expect(corrected?.frequencyCode).toBe("7");
    expect(corrected?.references).toContainEqual(
      expect.objectContaining({ qualifier: "G1", id: "AUTH77" }),
    );
  });

  it("manager: asks where denials originate and sees the claims", async () => {
    const { page } = browser;
    await hands.go("p");
    await page.getByRole("heading", { name: "Where denials originate" }).waitFor();
    hands.forget();
    await hands.press("o");
    await page.getByRole("complementary").getByRole("row").nth(1).waitFor();
    await hands.press("Enter");
    await page.getByRole("heading", { name: /^Claim H/ }).waitFor();
    expectEffort("from where denials originate to their claims");
    expect(browser.complaints).toEqual([]);
  });

  it("stands in the reference beside the targets", () => {
    const place = new URL("../../../../docs/reference/keys-per-task.md", import.meta.url);
    const text = effortPage(hands.done);
    if (process.env.HEADWATER_WRITE_KEYS) writeFileSync(fileURLToPath(place), text);
    expect(hands.done.map(({ task }) => task)).toEqual(tasks.map(({ task }) => task));
    expect(readFileSync(fileURLToPath(place), "utf8")).toBe(text);
  });
});
