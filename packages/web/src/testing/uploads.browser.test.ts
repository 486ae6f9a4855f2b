import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { removeFolderNow } from "@headwater/platform/testing/remove-folder.ts";
import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let folder: string;

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  folder = nestedFolder();
  await browser.page.goto(server.entry);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  removeFolderNow(folder);
});

/** A folder as it lies on a disk: files in folders of their own, and what systems leave behind. */
function nestedFolder(): string {
  const root = mkdtempSync(join(tmpdir(), "headwater-dropped-"));
  const files = fileURLToPath(new URL("files", import.meta.url));
  mkdirSync(join(root, "sent/2026"), { recursive: true });
  mkdirSync(join(root, "received"));
  cpSync(join(files, "claims.837"), join(root, "sent/2026/claims.837"));
  cpSync(join(files, "remittance.835"), join(root, "received/remittance.835"));
  writeFileSync(join(root, ".DS_Store"), "left by a system");
  return root;
}

/** Drags a folder or file of this machine over the page and lets go, as a hand does. */
async function drop(page: Page, path: string) {
  const zone = await page
    .getByRole("region", { name: "Drop a folder or files here" })
    .boundingBox();
  if (!zone) throw new Error("there is no place to drop on");
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const place = { x: zone.x + zone.width / 2, y: zone.y + 20, data };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, ...place });
  await session.detach();
}

describe("handing files in", () => {
  it("takes a folder that is dropped, with all that lies in it and nothing a system left", async () => {
    const { page } = browser;
    await page.getByRole("link", { name: /Look at my own files/ }).click();
    await page.getByRole("heading", { name: "Look at my own files" }).waitFor();
    await drop(page, folder);
    await page.getByRole("heading", { name: "Your files are read" }).waitFor({ timeout: 60_000 });
    const names = await page
      .locator("tbody .file-name")
      .evaluateAll((all) => all.map((one) => one.getAttribute("title")?.replace(/^[^/]*\//, "")));
    expect(names.sort()).toEqual(["received/remittance.835", "sent/2026/claims.837"]);
    await page.getByText("4 claims answered in remittances").waitFor();
  });

  it("never showed the new practice's own name as taken", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/own-files`);
    await page.getByLabel("Name of the practice").waitFor();
    expect(await page.getByLabel("Name of the practice").inputValue()).toBe("My files 2");
    expect(await page.getByText("A practice has this name already").count()).toBe(0);
    await page.getByLabel("Name of the practice").fill("My files");
    await page.getByText("A practice has this name already").waitFor();
  });

  it("says so when there is nothing in a folder", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/own-files`);
    await page.getByLabel("Name of the practice").waitFor();
    const empty = join(folder, "empty");
    mkdirSync(empty);
    await drop(page, empty);
    await page.getByText("There is no file in it that could be read.").waitFor();
  });

  it("stops sending on demand, and sends the rest when asked", async () => {
    const { page } = browser;
    const held: Route[] = [];
    await page.route("**/imports/*/files", (route) => {
      held.push(route);
    });
    await page.getByLabel("Name of the practice").fill("Cancelled practice");
    const files = ["one", "two", "three"].map((name) => ({
      name: `${name}.txt`,
      mimeType: "text/plain",
      buffer: Buffer.from(`nothing to read in ${name}`),
    }));
    await page.getByTestId("choose-files").setInputFiles(files);
    await page.getByRole("button", { name: "Cancel sending" }).click();
    await page.getByText("3 cancelled").waitFor();
    expect(held.length).toBe(2);
    await page.unroute("**/imports/*/files");
    await page.getByRole("button", { name: "Send 3 files again" }).click();
    await page.getByText("3 of 3 files done").waitFor({ timeout: 60_000 });
    await page.getByText("3 refused").waitFor();
  });

  it("says why a file was not sent, and sends it again", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/own-files`);
    await page.getByLabel("Name of the practice").fill("Refused practice");
    await page.route("**/imports/*/files", (route) =>
      route.fulfill({
        status: 413,
        contentType: "application/problem+json",
        body: JSON.stringify({ code: "body_too_large", status: 413, title: "Too large" }),
      }),
    );
    const file = { name: "large.835", mimeType: "text/plain", buffer: Buffer.from("ISA*00*") };
    await page.getByTestId("choose-files").setInputFiles([file]);
    await page.getByText("1 not sent").waitFor();
    await page.getByText("The file is larger than the page accepts.").waitFor();
    await page.unroute("**/imports/*/files");
    await page.getByRole("button", { name: "Send 1 file again" }).click();
    await page.getByText("1 of 1 files done").waitFor({ timeout: 60_000 });
  });

  it("narrows the list to a verdict by its sum", async () => {
    const { page } = browser;
    await page.getByRole("button", { name: "1 refused" }).click();
    expect(await page.locator("tbody tr[aria-rowindex]").count()).toBe(1);
    expect(await page.getByRole("button", { name: "1 refused" }).getAttribute("aria-pressed")).toBe(
      "true",
    );
  });
});
