import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { importOwnFiles } from "./own-files.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let base: string;

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  await browser.page.goto(server.entry);
  base = `${server.address}/p/${await importOwnFiles(browser.page)}`;
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe("a queue without a mouse", () => {
  it("goes to the work, opens an item and takes the next with J", async () => {
    const { page } = browser;
    await page.keyboard.press("g");
    await page.keyboard.press("w");
    await page.getByRole("heading", { name: "My work" }).waitFor();
    await page.locator("tr[aria-rowindex='2'] td").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("complementary").waitFor();
    const first = new URL(page.url()).searchParams.get("open");
    await page.keyboard.press("J");
    await page.waitForURL((url) => ![null, first].includes(url.searchParams.get("open")));
    await page.keyboard.press("Escape");
    await page.getByRole("complementary").waitFor({ state: "detached" });
  });

  it("takes two items at once, says what would change, and undoes it with u", async () => {
    const { page } = browser;
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.getByText("2 selected").first().waitFor();
    await page.getByRole("button", { name: "Take them" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText(/2 items worth .* would change/).waitFor();
    await page.getByRole("button", { name: "Do it" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("2 items changed.").waitFor();
    await page.keyboard.press("u");
    await page.getByText("2 items are as they were.").waitFor();
  });

  it("saves a filter under a name and goes back to it", async () => {
    const { page } = browser;
    await page.goto(`${base}/work?role=poster`);
    await page.getByRole("button", { name: "Save this filter" }).press("Enter");
    await page.keyboard.type("Poster");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Forget this filter" }).waitFor();
    await page.goto(`${base}/work`);
    await page.getByLabel("Saved filters").selectOption({ label: "Poster" });
    await page.waitForURL(/role=poster/);
  });
});

describe("the edits", () => {
  it("one is written, tried on the claims on file, saved and activated", async () => {
    const { page } = browser;
    await page.goto(`${base}/edits?open=new`);
    await page.getByRole("textbox", { name: "Code", exact: true }).fill("own_large_claim");
    await page.getByLabel("Fact 1").selectOption("claim.chargedCents");
    await page.getByLabel("Comparison 1").selectOption(">");
    await page.getByLabel("Value 1").fill("200.00");
    await page.getByRole("textbox", { name: "What it says" }).fill("Look at {claim.chargedCents}.");
    await page.getByRole("button", { name: /Try on the last/ }).click();
    await page.getByText("Name the rule that it follows.").waitFor();
    await page.getByRole("textbox", { name: "Source", exact: true }).fill("own rule");
    await page.getByRole("button", { name: /Try on the last/ }).click();
    await page.getByText("It would fire on 2 of the last 4 claims.").waitFor();
    await page.getByRole("cell", { name: "Look at $622.00." }).waitFor();
    await page.getByRole("button", { name: "Save as a draft" }).click();
    await page.getByRole("button", { name: "Activate" }).click();
    await page.getByRole("button", { name: "Retire" }).waitFor();
    await page.getByText("Claim's charge > $200.00").waitFor();
    expect(new URL(page.url()).searchParams.get("open")).toBe("OWN_LARGE_CLAIM");
  });

  it("one that comes with the program is retired", async () => {
    const { page } = browser;
    await page.goto(`${base}/edits?open=CLAIM_SEX_MISSING`);
    await page.getByText("Comes with the program").waitFor();
    await page.getByRole("button", { name: "Retire" }).click();
    await page.getByRole("button", { name: "Activate" }).waitFor();
  });
});
