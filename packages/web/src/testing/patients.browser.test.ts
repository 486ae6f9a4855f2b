import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { importOwnFiles } from "./own-files.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  await browser.page.goto(server.entry);
  await importOwnFiles(browser.page);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Each test goes on where the one before it stopped. */
describe("patients", () => {
  it("are registered by key alone, and a slip of the pen is met with who is on file", async () => {
    const { page } = browser;
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await page.getByRole("row", { name: /Hale, Robert/i }).waitFor();
    await page.getByRole("link", { name: "Register a patient" }).press("Enter");
    await page.getByLabel("Last name").fill("Hal");
    await page.getByLabel("First name").fill("Robert");
    await page.keyboard.press("Control+Enter");
    await page.getByText("State the date of birth.").waitFor();
    await page.getByLabel("Date of birth").fill(await birthdayOfHale());
    await page.getByLabel("Sex on file with the payer").selectOption("M");
    await page.keyboard.press("Control+Enter");
    const warning = page.getByRole("alert", { name: "Somebody on file may be this patient" });
    await warning.getByText("nearly the same name, same birthday").waitFor();
    await warning.getByRole("button", { name: "None of these" }).press("Enter");
    await page.getByRole("heading", { name: "Hal, Robert" }).waitFor();
  });

  it("have coverages, and what is wrong is told at its field", async () => {
    const { page } = browser;
    await page.getByRole("button", { name: "Add a coverage" }).press("Enter");
    const panel = page.getByRole("complementary", { name: "Add a coverage" });
    await panel.getByLabel("Payer").selectOption({ index: 1 });
    await panel.getByRole("button", { name: "Add a coverage" }).press("Enter");
    await panel.getByText("State the member id as the card has it.").waitFor();
    await panel.getByLabel("Member id").fill("W 12345");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("list", { name: "Coverages over time" }).getByText("W 12345").waitFor();
    await panel.waitFor({ state: "hidden" });
  });

  it("take over the coverage that their claims name", async () => {
    const { page } = browser;
    await page.keyboard.press("/");
    await page.keyboard.type("hale, rob");
    await page.getByRole("option", { name: /Hale, Robert/i }).waitFor();
    await page.keyboard.press("Enter");
    const offered = page.getByRole("region", { name: "Claims name what is not on file" });
    await offered.getByRole("button", { name: "Take over" }).first().press("Enter");
    const panel = page.getByRole("complementary");
    await panel.waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("list", { name: "Coverages over time" }).waitFor();
    await panel.waitFor({ state: "hidden" });
  });

  it("are found beside claims and payments, and arrows choose", async () => {
    const { page } = browser;
    await page.keyboard.press("/");
    await page.keyboard.type("7QK4");
    const found = page.getByRole("option", { name: /^7QK4/ });
    await found.nth(1).waitFor();
    await page.keyboard.press("ArrowDown");
    const second = await found.nth(1).locator("span").first().innerText();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: `Claim ${second}` }).waitFor();
    // The browser tells of every refusal too: the warning and the missing member id.
    const complaints = browser.complaints.filter((one) => !/status of 4(09|22)/.test(one));
    expect(complaints).toEqual([]);
  });
});

/** The birthday that the files give him, as a field of a form takes it. */
async function birthdayOfHale(): Promise<string> {
  const { page } = browser;
  const practice = /\/p\/([^/]+)\//.exec(page.url())?.[1];
  const answer = await page.request.get(
    `${server.address}/api/practices/${practice}/patients?search=hale`,
  );
  return (await answer.json()).rows[0].dateOfBirth;
}
