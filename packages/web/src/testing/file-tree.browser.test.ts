import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolderNow } from "@headwater/platform/testing/remove-folder.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { ownFiles } from "./own-files.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let folder: string;

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), "headwater-tree-"));
  const claims = ownFiles().find((path) => path.endsWith("claims.837")) ?? "";
  const text = readFileSync(claims, "latin1").replace(/XX\*(\d{9})\d/, "XX*$10");
  writeFileSync(join(folder, "wrong.837"), text, "latin1");
  const { page } = browser;
  await page.goto(server.entry);
  await page.getByRole("link", { name: /Look at my own files/ }).click();
  await page.getByTestId("choose-files").setInputFiles(join(folder, "wrong.837"));
  await page.getByRole("heading", { name: "Your files are read" }).waitFor({ timeout: 60_000 });
  const practice = /\/p\/([^/]+)\//.exec(page.url())?.[1];
  const file = await page.evaluate(async (id) => {
    const answer = await fetch(`/api/practices/${id}/files`);
    return (await answer.json()).rows[0].id;
  }, practice);
  await page.goto(`${server.address}/p/${practice}/files/${file}`);
  await page.getByRole("heading", { name: "wrong.837" }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  removeFolderNow(folder);
});

const segmentAt = () => new URL(browser.page.url()).searchParams.get("from");

describe("the tree of a file", () => {
  it("shows loops by name, and folds them", async () => {
    const { page } = browser;
    const tree = page.getByRole("list", { name: "Contents" });
    const loop = tree.getByRole("button", { name: /2010AA Billing provider/ });
    await loop.waitFor();
    const before = await tree.getByRole("listitem").count();
    await loop.click();
    expect(await tree.getByRole("listitem").count()).toBeLessThan(before);
    await loop.click();
    expect(await tree.getByRole("listitem").count()).toBe(before);
  });

  it("goes to the next issue with ] and says there what is wrong", async () => {
    const { page } = browser;
    await page.keyboard.press("]");
    await page.locator(".tree > li[data-at]").waitFor();
    expect(Number(segmentAt())).toBeGreaterThan(1);
    const here = page.locator(".tree > li[data-at]");
    expect(await here.textContent()).toContain("X12_PROVIDER_ID");
    expect(await here.locator("tr[data-marked] th").textContent()).toBe("NM109");
  });

  it("walks with j and k, and the address opens where one was", async () => {
    const { page } = browser;
    const was = Number(segmentAt());
    for (const key of ["j", "j", "k"]) await page.keyboard.press(key);
    await page.waitForURL(new RegExp(`from=${was + 1}$`));
    await page.reload();
    const here = page.locator(".tree > li[data-at]");
    await here.waitFor();
    expect(await here.getAttribute("id")).toBe(`segment-${was + 1}`);
    await here.getByRole("table").waitFor();
  });

  it("finds a text in the file, and says when there is no more", async () => {
    const { page } = browser;
    await page.keyboard.press("f");
    await page.keyboard.type("iea*");
    await page.keyboard.press("Enter");
    const here = page.locator(".tree > li[data-at]", { hasText: "IEA*" });
    await here.waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("Nothing further found").waitFor();
    expect(browser.complaints).toEqual([]);
  });
});
