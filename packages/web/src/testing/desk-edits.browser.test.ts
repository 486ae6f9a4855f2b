import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graveFindings } from "./accessibility.ts";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { type FrontDeskDay, frontDeskDay } from "./front-desk-day.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";

let server: TestedServer;
let browser: TestedBrowser;
let day: FrontDeskDay;

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  const { page } = browser;
  await page.goto(server.entry);
  await page.getByRole("link", { name: /Look at my own files/ }).waitFor();
  day = await frontDeskDay(page.request, server.address);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const open = (path: string) => browser.page.goto(`${server.address}/p/${day.practice}/${path}`);

async function send(path: string, data: object) {
  const { page } = browser;
  const answer = await page.request.post(`${server.address}/api/practices/${day.practice}${path}`, {
    headers: { "idempotency-key": crypto.randomUUID() },
    data,
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

const person = {
  lastName: "Venables",
  firstName: "Ida",
  dateOfBirth: "1971-09-08",
  gender: "F",
  guarantor: { relationship: "18" },
};

describe("at the desk", () => {
  it("a finding takes to its field, and is gone once it is mended", async () => {
    const { page } = browser;
    const { id } = await send("/patients", person);
    await open(`patients/${id}`);
    const quality = page.getByRole("region", { name: "Registration" });
    await quality.getByText("The address is not complete.", { exact: false }).press("Enter");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("name")))
      .toBe("addressLine1");
    await page.getByText("Statements and claims need street", { exact: false }).waitFor();
    await page.keyboard.type("1 River Street");
    await page.getByLabel("City").fill("Albany");
    await page.getByLabel("State").fill("NY");
    await page.getByLabel("ZIP code").fill("12207");
    await page.keyboard.press("Control+Enter");
    await quality.waitFor();
    await quality.getByText("The address is not complete.", { exact: false }).waitFor({
      state: "detached",
    });
    await quality.getByText("No coverage is on file.", { exact: false }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
  });

  it("two who are one are compared, joined with a reason, and taken apart again", async () => {
    const { page } = browser;
    const { id } = await send("/patients", { ...person, chartNumber: "V2", confirmedNew: true });
    const { rows } = await (
      await page.request.get(
        `${server.address}/api/practices/${day.practice}/patients?search=venables`,
      )
    ).json();
    const other = rows.find((row: { id: number }) => row.id !== id).id;
    await open(`patients/${id}/join?with=${other}`);
    await page.getByRole("heading", { name: "Is this one person?" }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.getByLabel("Why they are one person").fill("One person, typed twice.");
    await page.keyboard.press("Control+Enter");
    const history = page.getByRole("region", { name: "Joined patients" });
    await history.getByText("One person, typed twice.", { exact: false }).waitFor();
    await history.getByLabel("Why it is taken back").fill("They are cousins.");
    await history.getByRole("button", { name: "Take it back" }).press("Enter");
    await history.getByText("They are cousins.", { exact: false }).waitFor();
  });
});
