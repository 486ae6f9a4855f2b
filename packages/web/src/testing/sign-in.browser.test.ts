import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { importOwnFiles } from "./own-files.ts";
import { addPerson, codeOf, sendSignIn } from "./people.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let practice: string;

const biller = { email: "biller@practice.example", password: "a long enough passphrase" };

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  const { page } = browser;
  await page.goto(server.entry);
  practice = await importOwnFiles(page);
  await addPerson(
    page.request,
    { address: server.address, id: practice },
    {
      ...biller,
      name: "Bea Biller",
      roles: ["biller", "manager"],
    },
  );
  await page.getByRole("button", { name: /account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** One person's sessions: each test goes on where the one before it stopped. */
describe("signing in", () => {
  it("refuses a wrong password without saying what was wrong", async () => {
    const { page } = browser;
    await sendSignIn(page, { ...biller, password: "not this one at all" });
    await page.getByText("E-mail, password or code is wrong.").waitFor();
  });

  it("lets in with the password and shows what the roles may see", async () => {
    const { page } = browser;
    await sendSignIn(page, biller);
    await page.getByRole("heading", { name: "Report" }).waitFor();
    const links = await page.getByRole("navigation").getByRole("link").allInnerTexts();
    expect(links).toContain("Claims");
    expect(links).not.toContain("Audit");
  });

  it("keeps the session in a cookie that no script reads and no other site sends", async () => {
    const [cookie, ...others] = await browser.context.cookies();
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
    expect(await browser.page.evaluate(() => document.cookie)).toBe("");
  });

  it("leads back after a session has ended, with what was typed", async () => {
    const { page, context } = browser;
    await page.getByRole("link", { name: "Claims", exact: true }).click();
    await page.getByRole("link", { name: "7QK42201" }).click();
    await page.getByPlaceholder("Write a note").fill("Payer says the number was");
    const claim = page.url();
    await context.clearCookies();
    await page.getByRole("button", { name: "Save note" }).click();
    await page.getByText("What you had typed is kept.").waitFor();
    await sendSignIn(page, biller);
    await page.getByRole("heading", { name: "Claim 7QK42201" }).waitFor();
    expect(page.url()).toBe(claim);
    const field = page.getByPlaceholder("Write a note");
    expect(await field.inputValue()).toBe("Payer says the number was");
    await field.fill("Payer says the number was missing.");
    await page.getByRole("button", { name: "Save note" }).click();
    const note = page.getByRole("region", { name: "Notes" }).getByRole("article");
    await note.getByText("Payer says the number was missing.").waitFor();
    expect(await note.innerText()).toContain("Bea Biller");
    expect(await field.inputValue()).toBe("");
  });

  it("asks for the code once an authenticator is set up", async () => {
    const { page, context } = browser;
    const headers = { "idempotency-key": crypto.randomUUID() };
    const begun = await page.request.post(`${server.address}/api/me/totp`, { headers });
    const { secret } = await begun.json();
    const step = 30_000;
    const confirmed = await page.request.post(`${server.address}/api/me/totp/confirm`, {
      headers: { "idempotency-key": crypto.randomUUID() },
      data: { code: codeOf(secret, Date.now() - step) },
    });
    expect(confirmed.status()).toBe(200);
    await context.clearCookies();
    await page.goto(`${server.address}/p/${practice}/claims?state=denied`);
    await sendSignIn(page, biller);
    await page.getByText("Enter the code that your authenticator shows.").waitFor();
    expect(await page.getByLabel("Code from your authenticator").inputValue()).toBe("");
    await sendSignIn(page, biller, "000000");
    await page.getByText("E-mail, password or code is wrong.").waitFor();
    await sendSignIn(page, biller, codeOf(secret, Date.now()));
    await page.getByRole("heading", { name: "Claims" }).waitFor();
    expect(new URL(page.url()).searchParams.get("state")).toBe("denied");
  });

  it.each(["//elsewhere.example/", "/\\elsewhere.example/", "https://elsewhere.example/"])(
    "never leads to another site: %s",
    async (from) => {
      const { page } = browser;
      await page.goto(`${server.address}/sign-in?from=${encodeURIComponent(from)}`);
      await page.getByRole("heading", { name: "Sign in" }).waitFor();
      await page.route("**/api/session", async (route) => {
        const isSignIn = route.request().method() === "POST";
        if (!isSignIn) return route.fallback();
        const answer = await page.request.get(`${server.address}/api/session`);
        return route.fulfill({ response: answer });
      });
      await sendSignIn(page, biller);
      await page.getByRole("heading", { name: "Report" }).waitFor();
      await page.unroute("**/api/session");
      expect(new URL(page.url()).origin).toBe(server.address);
    },
  );

  it("signs out for good: the page before does not come back with its data", async () => {
    const { page } = browser;
    await page.getByRole("button", { name: /account of/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await page.getByRole("heading", { name: "Report" }).count()).toBe(0);
  });
});
