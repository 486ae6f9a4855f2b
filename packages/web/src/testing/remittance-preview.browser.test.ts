import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { importOwnFiles, ownFiles } from "./own-files.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let practice: string;

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

/** The known remittance under another trace number, and one that is off by a dollar. */
function remittanceFiles(): string[] {
  const known = ownFiles().find((path) => path.endsWith(".835")) ?? "";
  const text = readFileSync(known, "utf8").replaceAll("88120", "88199");
  const folder = mkdtempSync(join(tmpdir(), "headwater-preview-"));
  const off = text.replaceAll("88199", "88198").replace(/BPR\*I\*\d+/, "BPR*I*999");
  writeFileSync(join(folder, "next.835"), text);
  writeFileSync(join(folder, "off.835"), off);
  return [join(folder, "next.835"), join(folder, "off.835"), known];
}

it("tells what files would post, keeps nothing, and imports them when asked", async () => {
  const { page } = browser;
  await page.goto(`${server.address}/p/${practice}/remittances`);
  await page.getByRole("link", { name: "See what would post…" }).click();
  await page.getByRole("heading", { name: "What would post", level: 1 }).waitFor();
  await page.getByTestId("choose-files").setInputFiles(remittanceFiles());
  const next = page.getByRole("region", { name: "next.835" });
  await next.getByText("It balances and would post to the books.").waitFor();
  await next.getByRole("region", { name: "Transfers" }).waitFor();
  await page
    .getByRole("region", { name: "off.835" })
    .getByText(/does not add up/)
    .waitFor();
  await page.getByText(/was read before as .*: nothing would post/).waitFor();
  await page.goto(`${server.address}/p/${practice}/remittances?search=88199`);
  await page.getByText("Nothing matches").first().waitFor();
  await page.goto(`${server.address}/p/${practice}/remittances/preview`);
  await page.getByTestId("choose-files").setInputFiles(remittanceFiles().slice(0, 1));
  await next.getByText("It balances and would post to the books.").waitFor();
  await page.getByRole("button", { name: "Import these files" }).click();
  await page.getByRole("heading", { name: "Your files are read" }).waitFor({ timeout: 60_000 });
  await page.goto(`${server.address}/p/${practice}/remittances?search=88199`);
  await page.getByRole("row", { name: /88199/ }).waitFor();
});
