import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolderNow } from "@headwater/platform/testing/remove-folder.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graveFindings } from "./accessibility.ts";
import { prepareToBill } from "./billing-setup.ts";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { type FrontDeskDay, frontDeskDay } from "./front-desk-day.ts";
import { addPerson, sendSignIn } from "./people.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let owner: TestedBrowser;
let biller: TestedBrowser;
let day: FrontDeskDay;
let form = "";
const connections = mkdtempSync(join(tmpdir(), "headwater-form-"));
const bea = { email: "bea@practice.example", password: "a long enough passphrase" };
const memberId = '[id="coverage.subscriber.id"]';
const groupNumber = '[id="coverage.groupNumber"]';

beforeAll(async () => {
  process.env.HEADWATER_CONNECTIONS = connections;
  server = await startTestedServer();
  owner = await openBrowser();
  const { page } = owner;
  await page.goto(server.entry);
  await page.getByRole("link", { name: /Look at my own files/ }).waitFor();
  day = await frontDeskDay(page.request, server.address);
  const place = { address: server.address, practice: day.practice };
  await prepareToBill(page.request, place);
  const roles = ["biller", "coder"];
  const at = { address: server.address, id: day.practice };
  await addPerson(page.request, at, { ...bea, name: "Bea Biller", roles });
  biller = await openBrowser();
  await biller.page.goto(`${server.address}/sign-in`);
  await sendSignIn(biller.page, bea);
  await biller.page.getByRole("navigation").waitFor();
});

afterAll(async () => {
  await owner?.close();
  await biller?.close();
  await server?.stop();
  removeFolderNow(connections);
});

const hasFocus = (page: Page, id: string) =>
  expect.poll(() => page.evaluate(() => document.activeElement?.id), { timeout: 20_000 }).toBe(id);

/** Types the charges of a visit of somebody, by key. */
async function typeCharges(page: Page, lastName: string) {
  await page.goto(`${server.address}/p/${day.practice}/encounters/new`);
  await page.getByRole("combobox", { name: /^Patient/ }).pressSequentially(lastName.slice(0, 4));
  await page.getByRole("button", { name: new RegExp(lastName) }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: new RegExp(`^Charges of ${lastName}`) }).waitFor();
  await page.locator('[id="diagnoses.0"]').fill("E119");
  await page.locator('[id="lines.0.procedureCode"]').fill("99213");
}

describe("charge capture", () => {
  it("puts the cursor into the field that is refused", async () => {
    const { page } = owner;
    await typeCharges(page, "Ortiz");
    await page.locator('[id="lines.0.units"]').fill("0");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Units are a number above zero").waitFor();
    await hasFocus(page, "lines.0.units");
    await page.locator('[id="lines.0.units"]').fill("1");
  });

  it("holds charges whose note is not signed, at its box, until it is signed", async () => {
    const { page } = owner;
    await page.keyboard.press("Control+Enter");
    await page.getByText("The charges are held").waitFor();
    await page.getByText(/Held by edits for: provider/i).waitFor();
    await page.getByText(/No claim is made of these charges/).waitFor();
    await hasFocus(page, "documentation.noteSigned");
    await page.keyboard.press("Space");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: /^Form of claim H/ }).waitFor();
    await page.getByText("Nothing is wrong: ready to be sent.").waitFor();
    form = page.url();
  });

  it("lets charges go that a person releases with a reason", async () => {
    const { page } = owner;
    await typeCharges(page, "Quick");
    await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    const hold = page.getByRole("region", { name: "Held" });
    await hold.getByRole("textbox").fill("Signed on paper");
    expect(await graveFindings(page)).toEqual([]);
    await hold.getByRole("button", { name: /Release/ }).press("Enter");
    await page.getByText(/Released by .*: Signed on paper/).waitFor();
    await page.locator('[id="diagnoses.0"]').focus();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: /^Form of claim H/ }).waitFor();
  });
});

describe("the form of a claim", () => {
  it("puts the cursor into the field that an edit is about", async () => {
    const { page } = owner;
    await page.goto(form);
    const modifiers = page.locator('[id="lines.0.procedure.modifiers"]');
    await modifiers.fill("25 25");
    await page.locator(groupNumber).focus();
    await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    await hasFocus(page, "lines.0.procedure.modifiers");
    await page.getByText(/1 thing is wrong/).waitFor();
    await page.reload();
    await hasFocus(page, "lines.0.procedure.modifiers");
    await modifiers.fill("25");
    await page.locator(groupNumber).focus();
    await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    await page.getByText("Nothing is wrong: ready to be sent.").waitFor();
  });

  it("shows the second of two people what differs, field by field, and loses nothing", async () => {
    const { page } = owner;
    await biller.page.goto(form);
    await biller.page.locator(memberId).fill("W111");
    await biller.page.locator(groupNumber).fill("G111");
    await page.goto(form);
    await page.locator(memberId).fill("W222");
    await page.locator('[id="coverage.groupName"]').fill("Mill workers");
    await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    await page.waitForLoadState("networkidle");
    await biller.page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    const conflict = biller.page.getByRole("alert", { name: /Somebody else changed/ });
    const rows = conflict.getByRole("row");
    await rows.nth(3).waitFor();
    const told = (await rows.allInnerTexts()).map((row) => row.replaceAll(/\s+/g, " "));
    expect(told.sort()).toEqual([
      "Field Theirs Yours",
      "Group name Mill workers empty",
      "Group number empty G111",
      "Member id W222 W111",
    ]);
    expect(await graveFindings(biller.page)).toEqual([]);
    // Both changed the member id: the arrows choose theirs.
    await conflict
      .getByRole("row", { name: /Member id/ })
      .getByRole("radio")
      .nth(1)
      .focus();
    await biller.page.keyboard.press("ArrowLeft");
    await biller.page.keyboard.press("Control+Enter");
    await conflict.waitFor({ state: "detached" });
    await biller.page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    await biller.page.waitForLoadState("networkidle");
    await page.goto(form);
    expect(await page.locator(memberId).inputValue()).toBe("W222");
    expect(await page.locator(groupNumber).inputValue()).toBe("G111");
    expect(await page.locator('[id="coverage.groupName"]').inputValue()).toBe("Mill workers");
  });

  it("brings back what was typed when a session ends, and the difference made meanwhile", async () => {
    const { page, context } = biller;
    await page.goto(form);
    await page.locator(groupNumber).fill("G333");
    await context.clearCookies();
    await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    await page.getByText("What you had typed is kept.").waitFor();
    await owner.page.locator('[id="coverage.groupName"]').fill("Mill and mine workers");
    await owner.page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    await owner.page.waitForLoadState("networkidle");
    await sendSignIn(page, bea);
    const conflict = page.getByRole("alert", { name: /Somebody else changed/ });
    await conflict.getByRole("row", { name: /Group number.*G333/ }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    await page.waitForLoadState("networkidle");
    await owner.page.goto(form);
    expect(await owner.page.locator(groupNumber).inputValue()).toBe("G333");
    expect(await owner.page.locator('[id="coverage.groupName"]').inputValue()).toBe(
      "Mill and mine workers",
    );
  });
});
