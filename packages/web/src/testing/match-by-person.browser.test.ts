import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { importOwnFiles, ownFiles } from "./own-files.ts";
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
  // The only one that waits shows at once what it may mean.
  const finding = claims.getByRole("region", { name: "Find its claim" });
  await finding.getByRole("searchbox").fill("7QK42204");
  const row = finding.getByRole("row", { name: /7QK42204/ });
  await row.getByRole("button", { name: "Post to this claim" }).click();
  await finding.waitFor({ state: "detached" });
  await claims.getByRole("button", { name: "Take back" }).click();
  await claims.getByRole("button", { name: /^Find its claim/ }).waitFor();
  expect(await claims.getByRole("button", { name: "Take back" }).count()).toBe(0);
});

it("posts a held remittance once a person has said so twice", async () => {
  const { page } = browser;
  const practice = /\/p\/([^/]+)\//.exec(page.url())?.[1] ?? "";
  const known = ownFiles().find((path) => path.endsWith(".835")) ?? "";
  const file = join(mkdtempSync(join(tmpdir(), "headwater-held-")), "strangers.835");
  const text = readFileSync(known, "utf8");
  writeFileSync(
    file,
    text.replaceAll("88120", "88121").replaceAll("7QK", "ZZK").replaceAll("*N000", "*S000"),
  );
  await page.goto(`${server.address}/p/${practice}/files?import=1`);
  await page.getByTestId("choose-files").setInputFiles([file]);
  await page.getByRole("heading", { name: "Your files are read" }).waitFor({ timeout: 60_000 });
  await page.goto(`${server.address}/p/${practice}/remittances?search=88121`);
  await page.getByRole("row", { name: /88121/ }).click();
  await page.getByRole("link", { name: "Open page" }).click();
  await page.getByRole("button", { name: "Post it all the same" }).click();
  const asked = page.getByRole("region", { name: "Post it all the same" });
  await asked.getByText("$392.40 will post").waitFor();
  await asked.getByRole("button", { name: "Post it" }).click();
  await asked.waitFor({ state: "detached" });
  await page.getByText("It balances and has posted to the books.").waitFor();
});
