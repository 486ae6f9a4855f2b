import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { importOwnFiles } from "./own-files.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;

beforeAll(async () => {
  server = await startTestedServer({ isFirst: true });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** One newcomer's way, step after step: each test goes on where the one before it stopped. */
describe("the first report on own files", () => {
  it("signs the local owner in and takes the token out of the address", async () => {
    const { page } = browser;
    await page.goto(server.entry);
    await page.getByRole("link", { name: /Look at my own files/ }).waitFor();
    expect(page.url()).toBe(`${server.address}/`);
  });

  it("gives every file a verdict and says why one is refused", async () => {
    const { page } = browser;
    await importOwnFiles(page);
    const row = (name: string) => page.getByRole("row", { name: new RegExp(name) });
    expect(await row("claims.837").innerText()).toContain("read");
    expect(await row("remittance.835").innerText()).toContain("835");
    expect(await row("scan.pdf").innerText()).toContain("refused");
    expect(await row("scan.pdf").innerText()).toContain("PDF");
    await page.getByText("5 of 5 files done").waitFor();
  });

  it("opens the report with the money of the files", async () => {
    const { page } = browser;
    await page.getByRole("link", { name: "Open the report" }).click();
    const money = page.getByRole("region", { name: "Where the money is" });
    await money.waitFor();
    const sentence = await money.locator("p").first().innerText();
    expect(sentence).toContain("Of $1,237.00 charged");
    expect(sentence).toContain("refused $412.00");
    await money.getByRole("img", { name: /Where the charges went/ }).waitFor();
  });

  it("opens the rows of a figure, and a row's claim", async () => {
    const { page } = browser;
    const money = page.getByRole("region", { name: "Where the money is" });
    await money
      .getByRole("row", { name: /Denied, still open/ })
      .getByRole("link")
      .click();
    const panel = page.getByRole("complementary", { name: "Denied, still open" });
    await panel.getByRole("link", { name: "7QK42201" }).click();
    await page.getByRole("heading", { name: "Claim 7QK42201" }).waitFor();
    await page.getByText("Authorization, certification or notice missing").first().waitFor();
  });

  it("opens the transfers behind an amount of the claim", async () => {
    const { page } = browser;
    await page.getByRole("button", { name: "Paid, Total: 118.40" }).click();
    const panel = page.getByRole("complementary", { name: "Paid, Total" });
    await panel.getByText("118.40").first().waitFor();
    await panel.getByRole("link", { name: "Remittance 88120" }).waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
  });

  it("opens the raw segments of an event of the timeline", async () => {
    const { page } = browser;
    const timeline = page.getByRole("region", { name: "Timeline" });
    await timeline.getByRole("button", { name: /Remittance 88120/ }).click();
    const segment = timeline.getByRole("button", { name: /CLP\*7QK42201\*1\*622/ });
    await segment.click();
    await timeline.getByRole("row", { name: /CLP01/ }).waitFor();
  });

  it("goes back to the figure's rows with Escape", async () => {
    const { page } = browser;
    await page.keyboard.press("Escape");
    await page.getByRole("complementary", { name: "Denied, still open" }).waitFor();
    expect(new URL(page.url()).searchParams.get("figure")).toBe("denied");
  });

  it("opens the rows of one month", async () => {
    const { page } = browser;
    const trend = page.getByRole("region", { name: "Month by month" });
    await trend.getByRole("img", { name: /Charged, paid and denied by month/ }).waitFor();
    await trend
      .getByRole("row", { name: /Jun 2026/ })
      .getByRole("link")
      .first()
      .click();
    const panel = page.getByRole("complementary", { name: "Charged, Jun 2026" });
    await panel.getByText("1,237.00").waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
  });

  it("leads from a claim to its work, from there to what can be done and to where it shows", async () => {
    const { page } = browser;
    await page.getByRole("link", { name: "Claims", exact: true }).click();
    await page.getByRole("link", { name: "7QK42204" }).click();
    await page.getByRole("link", { name: "Open the item" }).click();
    const panel = page.getByRole("complementary", { name: "Rejection" });
    await panel.getByRole("button", { name: /segments .* of answers\.277ca/ }).click();
    await panel
      .getByText(/^STC\*A3/)
      .first()
      .waitFor();
    await panel.getByRole("link", { name: "Import the corrected claim (837)" }).click();
    await page.getByRole("dialog", { name: "Import files" }).waitFor();
    await page.keyboard.press("Escape");
  });

  it("leads from a denial's item to its page, and shows no action that does nothing", async () => {
    const { page } = browser;
    await page.getByRole("link", { name: /^My work/ }).click();
    await page
      .getByRole("row", { name: /Denial/ })
      .first()
      .click();
    const panel = page.getByRole("complementary", { name: "Denial" });
    await panel.getByRole("link", { name: "Work it (o)" }).waitFor();
    const links = panel.getByRole("list", { name: "What to do here" }).getByRole("link");
    expect(await links.allInnerTexts()).toEqual(["Import the corrected claim (837)"]);
  });

  it("knows the same bytes when they come again", async () => {
    const { page } = browser;
    await page.getByRole("link", { name: "Files", exact: true }).click();
    await page.getByRole("button", { name: "Import files" }).click();
    const { ownFiles } = await import("./own-files.ts");
    await page.getByTestId("choose-files").setInputFiles(ownFiles());
    await page.getByText("4 known already").waitFor({ timeout: 60_000 });
  });

  it("never broke its own security policy or threw", () => {
    expect(browser.complaints).toEqual([]);
  });
});
