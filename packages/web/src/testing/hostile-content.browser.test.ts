import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let practice: string;

/** Would run if a page took text for markup: it writes a name of its own into the window. */
const markup = "<img src=x onerror=window.taken=1>";
const formula = "=HYPERLINK(1)";

function given(name: string): string {
  return readFileSync(new URL(`files/${name}`, import.meta.url), "utf8");
}

/** A folder whose names, patients and payers are markup and formulas. */
function hostileFiles() {
  const hostile = (text: string) =>
    text.replaceAll("ORTIZ*LENA", `${markup}*LENA`).replaceAll("NORTHWAY PPO", formula);
  const bank = `date,amount,trace,payer,type\n2026-07-03,5.00,${formula},${markup},EFT\n`;
  return [
    { name: `${markup}.837`, text: hostile(given("claims.837")) },
    { name: "remittance.835", text: hostile(given("remittance.835")) },
    { name: "bank.csv", text: bank },
    { name: `${markup}.html`, text: `<html><script>window.taken=1</script>${markup}</html>` },
  ].map(({ name, text }) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) }));
}

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  const { page } = browser;
  await page.goto(server.entry);
  await page.getByRole("link", { name: /Look at my own files/ }).click();
  await page.getByTestId("choose-files").setInputFiles(hostileFiles());
  await page.getByRole("heading", { name: "Your files are read" }).waitFor({ timeout: 60_000 });
  practice = /\/p\/([^/]+)\//.exec(page.url())?.[1] ?? "";
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function showsAsText(page: Page, path: string, text: string) {
  await page.goto(`${server.address}/p/${practice}/${path}`);
  await page.getByText(text).filter({ visible: true }).first().waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => "taken" in window)).toBe(false);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
}

describe("text that looks like markup stays text", () => {
  it.each([
    ["files", `${markup}.837`],
    ["files?verdict=refused", `${markup}.html`],
    ["claims", markup],
    ["claims?open=1", markup],
    ["claims/1", markup],
    ["remittances", formula],
    ["remittances/1", markup],
    ["report", `${markup}.html`],
    ["report?figure=charged", markup],
    ["work", "My work"],
  ])("on %s", async (path, text) => {
    await showsAsText(browser.page, path, text);
  });

  it("on the page of a file, in its name, its segments and its lines", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/p/${practice}/files`);
    await page.getByRole("link", { name: `${markup}.837` }).click();
    await page.getByText(`NM1*IL*1*${markup}*LENA`).waitFor();
    await page.goBack();
    await page.getByRole("link", { name: "bank.csv" }).click();
    await page.getByText(`2026-07-03,5.00,${formula},${markup},EFT`).waitFor();
    expect(await page.evaluate(() => "taken" in window)).toBe(false);
  });

  it("in a note", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/p/${practice}/claims/1`);
    await page.getByPlaceholder("Write a note").fill(markup);
    await page.getByRole("button", { name: "Save note" }).click();
    await page.getByRole("article").getByText(markup).waitFor();
    expect(await page.evaluate(() => "taken" in window)).toBe(false);
  });

  it("in a download, where a spreadsheet would run it", async () => {
    const { page } = browser;
    const url = `${server.address}/api/practices/${practice}/claims?format=csv`;
    const text = await (await page.request.get(url)).text();
    expect(text).toContain(`'${formula}`);
    expect(text).not.toMatch(/(^|,)=HYPERLINK/m);
  });

  it("as a file that was handed in: the browser saves it and never shows it", async () => {
    const { page } = browser;
    const { rows } = await (
      await page.request.get(`${server.address}/api/practices/${practice}/files?search=html`)
    ).json();
    const url = `${server.address}/api/practices/${practice}/files/${rows[0].id}/content`;
    const headers = (await page.request.get(url)).headers();
    expect(headers["content-disposition"]).toMatch(/^attachment/);
    expect(headers["content-type"]).toBe("application/octet-stream");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe("an address that somebody else made", () => {
  it.each([
    [`claims/1e3`, "Not found|This could not be shown"],
    ["claims/%3Cscript%3E", "Not found|This could not be shown"],
    ["remittances/-1", "Not found|This could not be shown"],
    ["files/not-an-id", "Not found|This could not be shown"],
    ["claims?open=999999&sort=drop%20table", "This could not be shown"],
    ["report?figure=%3Cimg%3E&asOf=yesterday", "This could not be shown"],
    ["nowhere/at/all", "Nothing is at this address"],
  ])("%s is refused in words", async (path, words) => {
    const { page } = browser;
    await page.goto(`${server.address}/p/${practice}/${path}`);
    await page
      .getByRole("heading", { name: new RegExp(words) })
      .first()
      .waitFor();
    expect(await page.evaluate(() => "taken" in window)).toBe(false);
  });

  it("of another practice shows nothing of it", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/p/00000000-0000-7000-8000-000000000000/claims`);
    await page
      .getByRole("heading", { name: /Not found|This could not be shown/ })
      .first()
      .waitFor();
    expect(await page.getByText(formula).count()).toBe(0);
  });
});

describe("a hostile page elsewhere", () => {
  it("cannot put ours in a frame", async () => {
    const { headers } = await fetch(server.address);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("cannot spend the one-time token or change anything in a visitor's name", async () => {
    const elsewhere = { origin: "https://elsewhere.example", "content-type": "application/json" };
    for (const path of [
      "session/local-token",
      "session",
      "practices",
      `practices/${practice}/imports`,
    ]) {
      const answer = await fetch(`${server.address}/api/${path}`, {
        method: "POST",
        headers: elsewhere,
        body: JSON.stringify({ token: "guessed" }),
      });
      expect({ path, status: answer.status, code: (await answer.json()).code }).toEqual({
        path,
        status: 403,
        code: "origin_refused",
      });
    }
  });

  it("cannot reach it under a name that it pointed at this machine", async () => {
    const { page } = browser;
    const answer = await page.request.get(`${server.address}/api/session`, {
      headers: { host: "elsewhere.example" },
    });
    expect((await answer.json()).code).toBe("host_refused");
  });
});
