import { afterAll, beforeAll, expect, it } from "vitest";
import { graveFindings } from "./accessibility.ts";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { frontDeskDay } from "./front-desk-day.ts";
import { codeOf, sendSignIn } from "./people.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let owner: TestedBrowser;
let guest: TestedBrowser;
let practice = "";
let link = "";
let secret = "";
const pia = { email: "pia@practice.example", password: "a river in late autumn" };

beforeAll(async () => {
  server = await startTestedServer();
  owner = await openBrowser();
  guest = await openBrowser();
  await owner.page.goto(server.entry);
  await owner.page.getByRole("link", { name: /Look at my own files/ }).waitFor();
  ({ practice } = await frontDeskDay(owner.page.request, server.address));
});

afterAll(async () => {
  await owner?.close();
  await guest?.close();
  await server?.stop();
});

/** Invites somebody without a mouse; returns the link. */
async function invite(email: string): Promise<string> {
  const { page } = owner;
  await page.goto(`${server.address}/p/${practice}/people`);
  await page.getByRole("button", { name: "Invite a person" }).press("Enter");
  await page.getByLabel("Name", { exact: true }).fill("Pia Poster");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("checkbox", { name: "payment poster" }).press("Space");
  await page.keyboard.press("Control+Enter");
  return page.getByRole("textbox", { name: "The link" }).inputValue();
}

it("invites a person with a role and shows the link once", async () => {
  const { page } = owner;
  link = await invite(pia.email);
  expect(link).toMatch(/\/invitation#.{20,}$/);
  await page.getByRole("cell", { name: pia.email }).first().waitFor();
  expect(await graveFindings(page)).toEqual([]);
  await page.goto(`${server.address}/p/${practice}/people`);
  await page.getByRole("cell", { name: pia.email }).first().waitFor();
  expect(await page.getByRole("textbox", { name: "The link" }).count()).toBe(0);
});

it("the link makes the account; what is wrong is told in place", async () => {
  const { page } = guest;
  await page.goto(link);
  await page.getByRole("heading", { name: "Riverside invites you" }).waitFor();
  await page.getByText(/pia@practice\.example\. You will work as/).waitFor();
  expect(await graveFindings(page)).toEqual([]);
  secret = await page.getByLabel("Secret for the authenticator").inputValue();
  await page.getByLabel(/^Password/).fill("short");
  await page.getByLabel(/^Six digits/).fill(codeOf(secret, Date.now()));
  await page.keyboard.press("Enter");
  await page.locator("[role=alert] .error-line").waitFor();
  await page.getByLabel(/^Password/).fill(pia.password);
  await page.getByLabel(/^Six digits/).fill(codeOf(secret, Date.now()));
  await page.keyboard.press("Enter");
  await page.getByText(/^The invitation is accepted/).waitFor();
});

it("signs in with the role that was given", async () => {
  const { page } = guest;
  await page.getByRole("link", { name: "Sign in" }).press("Enter");
  await page.getByRole("heading", { name: /Sign in/ }).waitFor();
  await sendSignIn(page, pia);
  await page.getByLabel("Code from your authenticator").waitFor();
  // A code is taken once; the next half minute shows the next one.
  await sendSignIn(page, pia, codeOf(secret, Date.now() + 30_000));
  await page.getByRole("navigation").waitFor();
  const session = await (await page.request.get(`${server.address}/api/session`)).json();
  expect(session.practices).toEqual([expect.objectContaining({ id: practice, roles: ["poster"] })]);
});

it.each(["used", "taken back", "invented"])("a link that was %s says so", async (how) => {
  let dead = link;
  if (how === "taken back") {
    dead = await invite("rob@practice.example");
    const { page } = owner;
    await page.goto(`${server.address}/p/${practice}/people`);
    const row = page.getByRole("row", { name: /rob@practice\.example/ });
    await row.getByRole("button", { name: /Take it back/ }).press("Enter");
    await row.getByText("taken back").waitFor();
  }
  if (how === "invented") dead = `${server.address}/invitation#${"x".repeat(40)}`;
  const { page } = guest;
  await page.goto("about:blank");
  await page.goto(dead);
  await page.getByRole("heading", { name: "This link opens nothing" }).waitFor();
  await page.getByRole("alert").getByText(/\S/).first().waitFor();
});
