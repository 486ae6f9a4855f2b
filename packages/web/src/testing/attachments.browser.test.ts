import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graveFindings } from "./accessibility.ts";
import { prepareToBill } from "./billing-setup.ts";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { downloadOf } from "./download-of.ts";
import { type FrontDeskDay, frontDeskDay } from "./front-desk-day.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let day: FrontDeskDay;
let claim = "";
let patient = 0;
let authorization = 0;
const folder = mkdtempSync(join(tmpdir(), "headwater-attachments-"));

beforeAll(async () => {
  process.env.HEADWATER_CONNECTIONS = folder;
  server = await startTestedServer();
  browser = await openBrowser();
  const { page } = browser;
  await page.goto(server.entry);
  await page.getByRole("link", { name: /Look at my own files/ }).waitFor();
  day = await frontDeskDay(page.request, server.address);
  await prepareToBill(page.request, { address: server.address, practice: day.practice });
  claim = await chargeOrtiz(page);
  ({ patient, authorization } = await askAuthorization(page));
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const address = (path: string) => `${server.address}/p/${day.practice}/${path}`;

/** Types the charges of a visit; returns the id of the claim that is made of them. */
async function chargeOrtiz(page: Page): Promise<string> {
  await page.goto(address("encounters/new"));
  await page.getByRole("combobox", { name: /^Patient/ }).pressSequentially("Orti");
  await page.getByRole("button", { name: /Ortiz/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^Charges of Ortiz/ }).waitFor();
  await page.locator('[id="diagnoses.0"]').fill("E119");
  await page.locator('[id="lines.0.procedureCode"]').fill("99213");
  await page.locator('[id="documentation.noteSigned"]').check();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: /^Form of claim H/ }).waitFor();
  return /\/claims\/(\d+)\/form/.exec(page.url())?.[1] ?? "";
}

async function askAuthorization(page: Page) {
  const base = `${server.address}/api/practices/${day.practice}`;
  const { rows } = await (await page.request.get(`${base}/patients?search=Ortiz`)).json();
  const id: number = rows[0].id;
  const covered = await (await page.request.get(`${base}/patients/${id}/coverages`)).json();
  const answer = await page.request.post(`${base}/authorizations`, {
    headers: { "idempotency-key": crypto.randomUUID() },
    data: {
      ...{ coverageId: covered.rows[0].id, state: "requested", procedureCodes: ["73721"] },
      ...{ number: "", effectiveFrom: "" },
    },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  return { patient: id, authorization: (await answer.json()).id as number };
}

type Chosen = { readonly name: string; readonly content: Buffer };
const pdf = (text: string) => Buffer.from(`%PDF-1.4\n${text}\n`);

/** Opens the choice of files with a key and chooses. */
async function attach(page: Page, ...files: readonly Chosen[]) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Attach files" }).press("Enter"),
  ]);
  await chooser.setFiles(
    files.map(({ name, content }) => ({
      ...{ name, buffer: content },
      mimeType: "application/octet-stream",
    })),
  );
}

const section = (page: Page) => page.getByRole("region", { name: "Attachments" });

/** Drags a file of this machine over the page and lets go. */
async function drop(page: Page, path: string) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 600, y: 400, data });
  await session.detach();
}

describe("attachments", () => {
  it("takes a file on the claim's page by key, and gives it out as it came", async () => {
    const { page } = browser;
    await page.goto(address(`claims/${claim}`));
    await section(page).getByText("Nothing is attached.").waitFor();
    await attach(page, { name: "Letter.pdf", content: pdf("a letter") });
    const link = section(page).getByRole("link", { name: "Letter.pdf" });
    await link.waitFor();
    await section(page)
      .getByText(/^\d+ B · .+ · /)
      .waitFor();
    const saved = await downloadOf(page, () => link.press("Enter"));
    expect(saved.suggestedFilename()).toBe("Letter.pdf");
    expect(readFileSync(await saved.path())).toEqual(pdf("a letter"));
    await page.getByText("A document was attached").waitFor();
    expect(await graveFindings(page)).toEqual([]);
  });

  it("says of each file that cannot be attached why, and attaches the others", async () => {
    const { page } = browser;
    await attach(
      page,
      { name: "page.pdf", content: Buffer.from("<html>") },
      { name: "again.pdf", content: pdf("a letter") },
      { name: "large.pdf", content: Buffer.concat([pdf(""), Buffer.alloc(26 * 1024 * 1024)]) },
      { name: "note.txt", content: Buffer.from("Seen on Friday.") },
    );
    const list = section(page);
    await list.getByText(/page\.pdf: Attach a PDF, a picture/).waitFor();
    await list.getByText("again.pdf: The same document is on the list already.").waitFor();
    await list.getByText(/large\.pdf: The file is too large/).waitFor();
    await list.getByRole("link", { name: "note.txt" }).waitFor();
    for (const name of ["page.pdf", "again.pdf", "large.pdf"])
      await list.getByRole("button", { name: `Leave out ${name}` }).press("Enter");
    expect(await list.getByRole("alert").count()).toBe(0);
  });

  it("takes one off with a reason, and puts it back", async () => {
    const { page } = browser;
    const list = section(page);
    await list.getByRole("button", { name: "Take off note.txt" }).press("Enter");
    await page.keyboard.type("Of another patient");
    await page.keyboard.press("Enter");
    await list.getByText("note.txt is off the list and stays on file.").waitFor();
    await list.getByText("1 attachment was taken off").press("Enter");
    await list.getByText(/taken off by .+: Of another patient/).waitFor();
    await list.getByRole("button", { name: "Put it back", exact: true }).press("Enter");
    await list.getByRole("button", { name: "Take off note.txt" }).waitFor();
    await list.getByText("1 attachment was taken off").waitFor({ state: "detached" });
  });

  it("takes what is dropped on a patient's page", async () => {
    const { page } = browser;
    await page.goto(address(`patients/${patient}`));
    await section(page).getByText("Nothing is attached.").waitFor();
    const path = join(folder, "card.png");
    writeFileSync(path, Buffer.from("\x89PNG\r\n\x1a\ncard", "latin1"));
    await drop(page, path);
    await section(page).getByRole("link", { name: "card.png" }).waitFor();
  });

  it("takes a file beside an authorization", async () => {
    const { page } = browser;
    await page.goto(address(`authorizations?open=${authorization}`));
    await section(page).getByText("Nothing is attached.").waitFor();
    await attach(page, { name: "approval.pdf", content: pdf("approved") });
    await section(page).getByRole("link", { name: "approval.pdf" }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
  });
});

describe("a hold on the claim's page", () => {
  it("stops the claim with a reason and who must act, and lets it go again", async () => {
    const { page } = browser;
    await page.goto(address(`claims/${claim}`));
    await page.getByRole("button", { name: "Hold", exact: true }).press("Enter");
    await page.getByLabel("Who must act").selectOption("authorization");
    await page.getByRole("textbox", { name: "Why it is held" }).fill("The approval is awaited");
    await page.keyboard.press("Control+Enter");
    const held = page.getByRole("region", { name: "Held" });
    await held.getByText(/for Authorization.*: The approval is awaited/i).waitFor();
    await held.getByText(/not sent until the hold is released/).waitFor();
    expect(await page.getByRole("button", { name: "Hold", exact: true }).count()).toBe(0);
    await held.getByRole("textbox").fill("It came");
    await held.getByRole("button", { name: /Release/ }).press("Enter");
    await held.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Hold", exact: true }).waitFor();
  });
});
