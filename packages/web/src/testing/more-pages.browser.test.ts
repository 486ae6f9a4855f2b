import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { importOwnFiles } from "./own-files.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let practice = "";

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  await browser.page.goto(server.entry);
  practice = await importOwnFiles(browser.page);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const open = async (path: string, heading: string) => {
  await browser.page.goto(`${server.address}/p/${practice}/${path}`);
  await browser.page.getByRole("heading", { name: heading, level: 1 }).waitFor();
};

describe("pages by key", () => {
  it("cash: a payment without a deposit is listed and opens its remittance", async () => {
    const { page } = browser;
    await open("cash", "Cash");
    await page.getByRole("row", { name: /88120/ }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/remittances\/\d+$/);
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Cash", level: 1 }).waitFor();
  });

  it("months: the oldest open month is named and opens", async () => {
    const { page } = browser;
    await open("months", "Months");
    await page.locator("tbody tr[aria-rowindex]").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/months\/\d{4}-\d{2}$/);
  });

  it("code sets: what is not loaded says so", async () => {
    const { page } = browser;
    await open("code-sets", "Code sets");
    await page
      .getByText(/not loaded/i)
      .first()
      .waitFor();
  });

  it("providers: one is added and stands in the list", async () => {
    const { page } = browser;
    await open("providers", "Providers");
    await page.getByRole("button", { name: /^Add/ }).press("Enter");
    await page.waitForURL(/open=new/);
    const form = page.getByRole("complementary");
    await form.getByLabel(/^NPI/).fill("1234567893");
    await form
      .getByLabel(/^(Last name|Name|Last name or organization)/)
      .first()
      .fill("Hale");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("row", { name: /1234567893/ }).waitFor();
  });

  it("denials: a refused line is worked to its end and back", async () => {
    const { page } = browser;
    await open("denials", "Denials");
    await page.getByText(/1 denial worth \$412\.00/).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^Denial of claim 7QK42201/ }).waitFor();
    expect(await page.getByRole("button", { name: /^Bill the patient/ }).count()).toBe(0);
    await page.getByRole("button", { name: /^Appeal \(/ }).press("Enter");
    const letter = page.getByLabel("Letter");
    expect(await letter.inputValue()).toContain("7QK42201");
    await letter.fill("The authorization was on file.");
    await page.keyboard.press("Control+Enter");
    await page
      .getByText(/appealed/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Undo (u)" }).press("Enter");
    await page.getByText("Denial, taken back: appealed").waitFor();
    await page.getByRole("button", { name: /^Close \(/ }).press("Enter");
    await page.getByLabel("Why it ends here").fill("below our limit");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Nothing of it is open any more.").waitFor();
    await page.getByRole("button", { name: "Undo (u)" }).press("Enter");
    await page.getByText("NORTHWAY PPO refuses $412.00.").waitFor();
    expect(browser.complaints).toEqual([]);
  });
});

describe("the demo practice", () => {
  it("is seen as one of its people, with what he may see, and back", async () => {
    const { page } = browser;
    await page.goto(server.address);
    const made = await page.request.post(`${server.address}/api/practices`, {
      headers: { "idempotency-key": crypto.randomUUID() },
      data: { name: "Demo", kind: "demo" },
    });
    const { id } = await made.json();
    await page.goto(`${server.address}/p/${id}/work`);
    const chooser = page.getByRole("combobox", { name: "See this practice as" });
    await chooser.selectOption("front-desk");
    await page.getByText("You see this demo practice as front desk").waitFor();
    await expect.poll(() => page.getByRole("link", { name: "Claims" }).count()).toBe(0);
    await page.getByRole("button", { name: "Back to yourself" }).press("Enter");
    await page.getByRole("link", { name: "Claims" }).waitFor();
  });
});
