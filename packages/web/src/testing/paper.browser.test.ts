import { afterAll, beforeAll, expect, it } from "vitest";
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
  await page.goto(`${server.address}/p/${practice}/paper-remittances`);
  await page.getByRole("heading", { name: "On paper" }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** By keyboard alone: each test goes on where the one before it stopped. */
it("types in an EOB and is told at every key what is left", async () => {
  const { page } = browser;
  const { keyboard } = page;
  await keyboard.press("n");
  await page.getByRole("heading", { name: "Remittance on paper" }).waitFor();
  const balance = page.getByRole("status", { name: "Balance" });
  await balance.getByText("Choose the payer.").waitFor();
  await keyboard.type("NORTH");
  await typeInto(page, "Check or payment number", "20417");
  await typeInto(page, "Amount paid", "80.00");
  await typeInto(page, "Find a claim by number or patient", "7qk42204");
  await balance.getByText("Check 80.00, claims 0.00: 80.00 to go.").waitFor();
  await keyboard.press("Enter");
  await page.getByLabel("Allowed of line 1 of 7QK42204").waitFor();
  await keyboard.type("100");
  await typeInto(page, "Paid of line 1 of 7QK42204", "80");
  await balance.getByText("1 line does not add up: 20.00.").waitFor();
  await typeInto(page, "Reasons and amounts of line 1 of 7QK42204", "PR2 20");
  await balance.getByText("Every line adds up.").waitFor();
  await balance.getByText("Claims and check agree: 80.00.").waitFor();
});

it("keeps the draft when the session is lost", async () => {
  const { page } = browser;
  await page.getByText("Saved as a draft.").waitFor();
  await page.reload();
  const reasons = page.getByLabel("Reasons and amounts of line 1 of 7QK42204");
  await reasons.waitFor();
  expect(await reasons.inputValue()).toBe("CO45 50.00 PR2 20");
});

it("posts it like any remittance, with the person as its cause", async () => {
  const { page } = browser;
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: /^Remittance 20417/ }).waitFor();
  await page.getByText(/^typed in by .*: EOB on paper$/).waitFor();
  await page.getByText("7QK42204").first().waitFor();
});

it("is taken back and corrected as a new draft", async () => {
  const { page } = browser;
  await page.getByRole("link", { name: /^typed in by/ }).press("Enter");
  await page.getByPlaceholder("Why it is taken back").waitFor();
  await page.keyboard.press("n");
  await page.keyboard.type("The check says 81.00.");
  await page.keyboard.press("Control+Enter");
  await page.getByLabel("Amount paid").waitFor();
  await tabTo(page, "Amount paid");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("81");
  await page.getByText("Check 81.00, claims 80.00: 1.00 to go.").waitFor();
  expect(await page.getByRole("button", { name: /^Post it/ }).isDisabled()).toBe(true);
});
