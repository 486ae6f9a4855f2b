import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { importOwnFiles } from "./own-files.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  const { page } = browser;
  await page.goto(server.entry);
  const practice = await importOwnFiles(page);
  await page.goto(`${server.address}/p/${practice}/remittances`);
  await page.getByRole("row", { name: /88120/ }).click();
  await page.getByRole("link", { name: "Open page" }).click();
  await page.getByRole("heading", { name: "Remittance 88120", level: 1 }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it("finds the claim of money in suspense by its number, posts it there and takes it back", async () => {
  const { page } = browser;
  const claims = page.getByRole("region", { name: "Claims of this remittance" });
  await claims.getByRole("button", { name: "Only the 1 that waits" }).click();
  await claims.getByRole("button", { name: /^Find its claim/ }).click();
  const finding = claims.getByRole("region", { name: "Find its claim" });
  await finding.getByRole("searchbox").fill("7QK42204");
  const row = finding.getByRole("row", { name: /7QK42204/ });
  await row.getByRole("button", { name: "Post to this claim" }).click();
  await finding.waitFor({ state: "detached" });
  await claims.getByRole("button", { name: "Take back" }).click();
  await claims.getByRole("button", { name: /^Find its claim/ }).waitFor();
  expect(await claims.getByRole("button", { name: "Take back" }).count()).toBe(0);
});
