import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let practice = "";

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  const { page } = browser;
  await page.goto(server.entry);
  await page.getByRole("link", { name: /Look at my own files/ }).waitFor();
  const made = await page.request.post(`${server.address}/api/practices`, {
    headers: { "idempotency-key": crypto.randomUUID() },
    data: { name: "Nobody yet", kind: "practice" },
  });
  practice = (await made.json()).id;
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The pages, what each asks the server for, and the words of its empty list. */
const pages = [
  ["people", "users", undefined],
  ["people", "invitations", "Nobody was invited yet."],
  ["patients", "patients", "No patients yet"],
  ["providers", "providers", undefined],
  ["facilities", "facilities", "No facilities yet"],
  ["payers", "payers", "No payers yet"],
  ["prices", "charge-items", "No prices yet"],
  ["fee-schedules", "fee-schedule", "No fee schedules yet"],
  ["practice", "profile", undefined],
  ["edits", "edits", undefined],
  ["code-sets", "code-sets", undefined],
  ["code-sets?view=files", "code-sets/files", undefined],
  ["calendar", "appointments", "No visits on this day"],
  ["not-clear", "appointments/not-clear", undefined],
  ["authorizations", "authorizations", "No authorizations yet"],
  ["work", "work", undefined],
  ["claims", "claims", "No claims yet"],
] as const;

describe("pages of the desk, of masters and of queues", () => {
  it.each(pages)("%s (%s): waits, tells a fault in words and recovers", async (...row) => {
    const [path, asked, empty] = row;
    const { page } = browser;
    const pattern = new RegExp(`/api/practices/[^/]+/${asked}(\\?|$)`);
    const shown = empty === undefined ? undefined : page.getByText(empty).first();
    let answers = 0;
    let wasShown = false;
    await page.route(pattern, async (route) => {
      answers += 1;
      wasShown ||= (await shown?.isVisible()) === true;
      await route.fulfill({
        status: 500,
        contentType: "application/problem+json",
        body: JSON.stringify({ status: 500, code: "internal", title: "Fault" }),
      });
    });
    await page.goto(`${server.address}/p/${practice}/${path}`);
    const again = page.getByRole("button", { name: "Try again" }).first();
    await again.waitFor();
    expect(answers).toBeGreaterThan(0);
    expect(wasShown || (await shown?.isVisible())).not.toBe(true);
    await page.unrouteAll({ behavior: "wait" });
    await again.press("Enter");
    await again.waitFor({ state: "detached" });
    await shown?.waitFor();
  });
});
