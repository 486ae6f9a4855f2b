import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { places } from "../frame/places.ts";
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

/** Work without a mouse: each test goes on where the one before it stopped. */
describe("the keyboard", () => {
  it("goes to the claims with g c and walks the rows with j and k", async () => {
    const { page } = browser;
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await page.getByRole("row", { name: /7QK42201/ }).waitFor();
    for (const key of ["j", "j", "j", "k"]) await page.keyboard.press(key);
    expect(await page.locator("tr[data-cursor]").getAttribute("aria-rowindex")).toBe("2");
  });

  it("selects with x, opens the panel with Space and closes it with Escape", async () => {
    const { page } = browser;
    await page.keyboard.press("x");
    await page.getByText("1 selected").waitFor();
    await page.keyboard.press("Space");
    await page.getByRole("complementary").waitFor();
    expect(new URL(page.url()).searchParams.get("open")).toMatch(/^\d+$/);
    await page.keyboard.press("Escape");
    await page.getByRole("complementary").waitFor({ state: "detached" });
  });

  it("opens a claim with Enter and returns to the same row with Escape", async () => {
    const { page } = browser;
    await page.keyboard.press("Space");
    await page.getByRole("complementary").waitFor();
    const list = page.url();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^Claim 7QK/ }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Claims" }).waitFor();
    expect(page.url()).toBe(list);
    expect(await page.locator("tr[data-cursor]").getAttribute("aria-rowindex")).toBe("2");
    await page.keyboard.press("Escape");
  });

  it("searches with / and filters stay in the address", async () => {
    const { page } = browser;
    await page.keyboard.press("/");
    await page.keyboard.type("ortiz");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search=ortiz/);
    await page.getByText("1 claim,").waitFor();
    await page.reload();
    await page.getByRole("row", { name: /7QK42201/ }).waitFor();
    expect(await page.getByRole("row", { name: /7QK4220[234]/ }).count()).toBe(0);
  });

  it("says what to do when nothing matches", async () => {
    const { page } = browser;
    await page.keyboard.press("/");
    await page.keyboard.type("zzzz");
    await page.keyboard.press("Enter");
    await page.getByText("Nothing matches these filters").waitFor();
    await page.getByRole("link", { name: "Clear the filters" }).click();
    await page.getByRole("row", { name: /7QK42204/ }).waitFor();
  });

  it("writes a note with n and saves it with Ctrl+Enter", async () => {
    const { page } = browser;
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^Claim 7QK/ }).waitFor();
    await page.getByPlaceholder("Write a note").waitFor();
    await page.keyboard.press("n");
    await page.keyboard.type("Asked the payer.");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("article").getByText("Asked the payer.").waitFor();
  });

  it("takes, undoes and closes a work item", async () => {
    const { page } = browser;
    await page.getByPlaceholder("Write a note").blur();
    await page.keyboard.press("g");
    await page.keyboard.press("w");
    await page.getByRole("heading", { name: "My work" }).waitFor();
    await page.locator("tbody tr[aria-rowindex]").first().waitFor();
    const before = await page.locator("tbody tr[aria-rowindex]").count();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary");
    await panel.getByText("nobody yet").waitFor();
    await page.keyboard.press("e");
    await panel.getByRole("button", { name: "Give it back (e)" }).waitFor();
    await page.keyboard.press("u");
    await panel.getByText("nobody yet").waitFor();
    await page.keyboard.press("n");
    await page.keyboard.type("Done by telephone.");
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction(
      (count) => document.querySelectorAll("tbody tr[aria-rowindex]").length === count,
      before - 1,
    );
  });

  it("shows the map with ? and closes it with Escape", async () => {
    const { page } = browser;
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Keyboard" }).waitFor({ state: "detached" });
  });

  it("goes where the map says, with every letter that it lists", async () => {
    const { page } = browser;
    await page.keyboard.press("?");
    const map = page.getByRole("dialog", { name: "Keyboard" });
    const rows = await map.locator("dl > div").evaluateAll((all) =>
      all.map((row) => ({
        keys: [...row.querySelectorAll("kbd")].map((key) => key.textContent ?? ""),
        words: row.querySelector("dd")?.textContent ?? "",
      })),
    );
    await page.keyboard.press("Escape");
    await map.waitFor({ state: "detached" });
    const gone = rows.filter(({ keys }) => keys[0] === "g" && keys.length === 2);
    expect(gone.length).toBe(places.length);
    for (const { keys, words } of gone) {
      for (const key of keys) await page.keyboard.press(key);
      const heading = page.getByRole("heading", { name: words.replace("Go to ", ""), level: 1 });
      await heading.waitFor();
    }
    const others = rows.filter((row) => !gone.includes(row)).map(({ keys }) => keys.join(" "));
    expect(others).toEqual([
      ...["/", "j k", "Space", "Enter", "Esc", "x", "e", "n", "Ctrl Enter", "u"],
      ...["o", "1 … 5", "f", "] ["],
      // The calendar's own.
      ...["← →", "t", "b", "?"],
    ]);
  });

  it("orders the claims from their headings by key, both ways", async () => {
    const { page } = browser;
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    const first = page.locator("tbody tr[aria-rowindex='1']");
    await page.getByRole("button", { name: "Charged" }).press("Enter");
    await page.waitForURL(/sort=charged$/);
    await first.getByText("7QK42201").waitFor();
    await page.getByRole("button", { name: "Charged" }).press("Enter");
    await page.waitForURL(/sort=charged-least$/);
    await first.getByText("150.00").first().waitFor();
    const heading = page.getByRole("columnheader", { name: "Charged" });
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
  });

  it("counts the choices of a filter", async () => {
    const { page } = browser;
    const state = page.getByRole("combobox", { name: "State" });
    const options = await state.locator("option").allInnerTexts();
    expect(options).toContain("State: rejected (1)");
    await state.selectOption({ label: "State: rejected (1)" });
    await page.getByText("1 claim, charged $150.00.").waitFor();
    await page.getByRole("button", { name: "Clear the filters" }).click();
    await page.getByText("4 claims, charged").waitFor();
  });

  it("leads back to the same place after a session has ended", async () => {
    const { page, context } = browser;
    await page.goto(page.url().replace(/claims.*$/, "remittances?verdict=posted"));
    await page.getByRole("heading", { name: "Remittances" }).waitFor();
    const wanted = new URL(page.url());
    await context.clearCookies();
    await page.getByRole("link", { name: "Claims", exact: true }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    const from = new URL(page.url()).searchParams.get("from") ?? "";
    expect(from).toContain(wanted.pathname.replace("remittances", "claims"));
  });
});
