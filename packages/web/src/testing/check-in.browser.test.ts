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
  await page.goto(`${server.address}/p/${day.practice}/calendar`);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe("check-in", () => {
  it("of a clear patient takes three clicks with payment: open, method, check in", async () => {
    const { page } = browser;
    let clicks = 0;
    const click = async (target: { click(): Promise<void> }) => {
      clicks += 1;
      await target.click();
    };
    await click(page.getByRole("row", { name: /Ortiz, Lena/ }));
    const panel = page.getByRole("complementary", { name: /Ortiz, Lena/ });
    await panel.getByText("Nothing stands in the way.").waitFor();
    await click(panel.getByRole("radio", { name: "Card" }));
    await click(panel.getByRole("button", { name: "Check in and collect 30.00" }));
    await panel.getByText(/Receipt R\d{6}-\d+: 30\.00 by card\./).waitFor();
    await page.getByRole("row", { name: /Ortiz, Lena.*arrived/ }).waitFor();
    expect(clicks).toBe(3);
  });

  it("says in words why a visit is stopped, and is still the desk's to decide", async () => {
    const { page } = browser;
    await page.getByRole("row", { name: /stop Hale, Robert/ }).click();
    const panel = page.getByRole("complementary", { name: /Hale, Robert/ });
    await panel.getByText("Ask the patient for another coverage").waitFor();
    await panel.getByRole("button", { name: "Check in all the same" }).waitFor();
  });

  it("a stopped visit stands first among those that are not clear, and clears when the payer says so", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/p/${day.practice}/not-clear`);
    await page.getByText(/2 visits at risk, worth \$290\.00/).waitFor();
    await page.getByRole("row", { name: /Hale, Robert/ }).click();
    const panel = page.getByRole("complementary", { name: /Hale, Robert/ });
    await panel.getByRole("button", { name: "Write down an answer" }).click();
    await panel.getByLabel("Whom you spoke to, and the reference number").fill("Call 4712, Lee");
    await panel.getByRole("button", { name: "Save the answer" }).click();
    await panel.getByText("Nothing stands in the way.").waitFor();
    await page.getByText(/1 visit at risk, worth \$145\.00/).waitFor();
  });

  it("a visit is booked by key, and what is refused stands at its field", async () => {
    const { page } = browser;
    await page.goto(`${server.address}/p/${day.practice}/calendar`);
    await page.getByRole("row", { name: /Ortiz, Lena/ }).waitFor();
    await page.keyboard.press("b");
    const form = page.getByRole("complementary", { name: "Book a visit" });
    await form.getByRole("textbox", { name: "Patient" }).fill("Quick");
    await form.getByRole("button", { name: /Quick, Ann/ }).click();
    await form.getByRole("combobox", { name: "Provider" }).selectOption({ label: "Hale, Ruth" });
    await form.getByLabel("Time").fill("09:00");
    await form.getByRole("button", { name: "Book", exact: true }).click();
    await form.getByText("The provider has another patient then.").waitFor();
    await form.getByLabel("Time").fill("14:00");
    await form.getByRole("button", { name: "Book", exact: true }).click();
    await page.getByRole("complementary", { name: "Quick, Ann · 14:00" }).waitFor();
  });

  it("works on a telephone, and on every page without grave faults of accessibility", async () => {
    const { page } = browser;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.address}/p/${day.practice}/calendar?open=${day.visits.Hale ?? 0}`);
    await page.getByRole("button", { name: "Check in" }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    for (const path of ["calendar", "calendar?view=week", "not-clear", "authorizations"]) {
      await page.goto(`${server.address}/p/${day.practice}/${path}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      expect(await graveFindings(page)).toEqual([]);
    }
    // The browser tells of the booking that was refused on purpose.
    expect(browser.complaints.filter((one) => !one.includes("status of 422"))).toEqual([]);
  });
});
