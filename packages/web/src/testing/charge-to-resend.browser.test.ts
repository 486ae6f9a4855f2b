import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolderNow } from "@headwater/platform/testing/remove-folder.ts";
import {
  claimsAnswer,
  claimsOf,
} from "@headwater/revenue-cycle/back-end/submission/testing/payer-answers.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let practice = "";
const connections = mkdtempSync(join(tmpdir(), "headwater-connections-"));
const today = new Date().toISOString().slice(0, 10);
const place = {
  addressLine1: "400 River Street",
  city: "Chicago",
  state: "IL",
  postalCode: "606014400",
};

async function post(path: string, body: object, method = "POST", revision?: number) {
  const answer = await browser.page.evaluate(
    async ({ path, body, method, revision }) => {
      const headers: Record<string, string> = { "content-type": "application/json" };
      if (method === "POST") headers["idempotency-key"] = crypto.randomUUID();
      if (revision !== undefined) headers["if-match"] = `"${revision}"`;
      const response = await fetch(path, { method, headers, body: JSON.stringify(body) });
      return { status: response.status, body: await response.json() };
    },
    { path, body, method, revision },
  );
  if (answer.status >= 300) throw new Error(`${path} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

beforeAll(async () => {
  process.env.HEADWATER_CONNECTIONS = connections;
  server = await startTestedServer();
  browser = await openBrowser();
  await browser.page.goto(server.entry);
  await browser.page.getByRole("heading", { level: 1 }).waitFor();
  const made = await post("/api/practices", { name: "Riverside", kind: "practice" });
  practice = made.id;
  const at = (path: string) => `/api/practices/${practice}/${path}`;
  const billing = await post(at("providers"), {
    ...{ npi: "1234567893", isOrganization: true, lastName: "Riverside Family Medicine" },
    ...{ taxonomy: "207Q00000X", isBilling: true, taxId: "36-1234567", phone: "3125550142" },
    ...place,
  });
  await post(at("providers"), {
    ...{ npi: "1679576722", isOrganization: false, lastName: "Hale", firstName: "Robert" },
    ...{ taxonomy: "207Q00000X", isRendering: true },
  });
  const profile = await browser.page.evaluate(
    async (url) => (await (await fetch(url)).json()) as { revision?: number },
    at("profile"),
  );
  await post(
    at("profile"),
    {
      ...{ billingProviderId: billing.id, submitterName: "Riverside", contactName: "Office" },
      ...{ submitterIdentifier: "RVRSD", contactPhone: "3125550142" },
    },
    "PUT",
    profile.revision ?? 0,
  );
  await post(at("facilities"), { name: "Riverside Office", placeOfService: "11", ...place });
  const payer = await post(at("payers"), {
    name: "Northfield",
    identifier: "NFHP1",
    filingIndicator: "CI",
  });
  await post(at("charge-items"), {
    procedureCode: "99213",
    priceCents: 14_500,
    effectiveFrom: "2025-01-01",
  });
  const patient = await post(at("patients"), {
    ...{ lastName: "Alder", firstName: "Clara", dateOfBirth: "1980-04-02", gender: "F" },
    ...{
      addressLine1: "12 Orchard Road",
      city: "Northfield",
      state: "IL",
      postalCode: "600931234",
    },
    guarantor: { relationship: "18" },
  });
  await post(at(`patients/${patient.id}/coverages`), {
    ...{ payerId: payer.id, rank: 1, memberId: "W123", relationship: "18" },
    effectiveFrom: "2025-01-01",
  });
  await post(at("connections"), {
    ...{ name: "House", folder: "house", senderId: "RVRSD" },
    ...{ receiverId: "HOUSE", receiverName: "House" },
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  removeFolderNow(connections);
});

const folder = (name: string) => join(connections, practice, "house", name);
const outgoing = () =>
  readdirSync(folder("outbox"))
    .sort()
    .map((name) => readFileSync(join(folder("outbox"), name)));

it("captures a charge without a mouse and makes a claim that is ready", async () => {
  const { page } = browser;
  await page.goto(`${server.address}/p/${practice}/encounters`);
  await page.getByRole("button", { name: "Capture charges" }).press("Enter");
  await page.getByRole("combobox", { name: /^Patient/ }).pressSequentially("alder");
  await page.getByRole("button", { name: /Alder, Clara/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Charges of Alder, Clara" }).waitFor();
  await page.locator("#renderingProviderId").selectOption({ label: "Hale, Robert" });
  await page.locator("#facilityId").selectOption({ label: "Riverside Office" });
  await page.getByLabel("note signed").press("Space");
  await page.locator('[id="diagnoses.0"]').pressSequentially("E119");
  const code = page.locator('[id="lines.0.procedureCode"]');
  await code.pressSequentially("99213");
  await page.getByPlaceholder("145.00").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: /^Form of claim H/ }).waitFor();
  await page.getByText("Nothing is wrong: ready to be sent.").waitFor();
});

it("sends all that is ready, from a preview, in one file", async () => {
  const { page } = browser;
  await page.goto(`${server.address}/p/${practice}/batches`);
  await page.getByText("1 claim worth $145.00 is ready to be sent.").waitFor();
  await page.getByRole("button", { name: "Send 1" }).click();
  await page.getByText(/Handed over once/).waitFor();
  await page.getByText("Nothing waits to be sent.").waitFor();
  const [file] = outgoing();
  expect(claimsOf(file ?? new Uint8Array())).toMatchObject([
    { chargedCents: 14_500, coverage: { subscriber: { id: "W123" } } },
  ]);
});

it("fixes a rejection in the very field and sends the claim again", async () => {
  const { page } = browser;
  const [file = new Uint8Array()] = outgoing();
  const [sent] = claimsOf(file);
  const number = sent?.patientControlNumber ?? "";
  const answer = claimsAnswer(file, { control: 1, on: today, rejected: [number] });
  writeFileSync(join(folder("inbox"), "answer.277"), answer);
  await page.getByRole("button", { name: "Fetch answers" }).click();
  await page.getByText("1 file came in.").waitFor();
  const rejected = async () => {
    await page.goto(`${server.address}/p/${practice}/claims?search=${number}`);
    await page.getByRole("row", { name: new RegExp(number) }).waitFor();
    return page.getByText("rejected", { exact: true }).count();
  };
  await expect.poll(rejected, { timeout: 60_000, interval: 500 }).toBeGreaterThan(0);
  await page.getByRole("row", { name: new RegExp(number) }).click();
  await page.getByRole("link", { name: "Open page" }).click();
  await page.getByRole("button", { name: "Fix and send again" }).click();
  await page.getByRole("heading", { name: /^Form of claim H/ }).waitFor();
  const focused = page.locator('[id="coverage.subscriber.id"]');
  await expect.poll(() => focused.evaluate((one) => one === document.activeElement)).toBe(true);
  await focused.fill("W999");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: /^Claim H/ }).waitFor();
  await page.getByText("submitted").first().waitFor();
  const again = claimsOf(outgoing()[1] ?? new Uint8Array());
  expect(again).toMatchObject([{ coverage: { subscriber: { id: "W999" } }, frequencyCode: "1" }]);
  expect(again[0]?.patientControlNumber.slice(0, 9)).toBe(number.slice(0, 9));
  expect(browser.complaints).toEqual([]);
});
