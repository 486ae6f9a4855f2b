import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type TestedBrowser } from "./browser.ts";
import { downloadOf } from "./download-of.ts";
import { importOwnFiles, ownFiles } from "./own-files.ts";
import { addPerson, sendSignIn } from "./people.ts";
import { startTestedServer, type TestedServer } from "./running-server.ts";
import { tabTo, typeInto } from "./type-into.ts";

let server: TestedServer;
let browser: TestedBrowser;
let practice = "";

const manager = { email: "manager@practice.example", password: "a long enough passphrase" };

beforeAll(async () => {
  server = await startTestedServer();
  browser = await openBrowser();
  const { page } = browser;
  await page.goto(server.entry);
  practice = await importOwnFiles(page);
  await page.goto(`${server.address}/p/${practice}/files?import=1`);
  await page.getByTestId("choose-files").setInputFiles([paidAgain()]);
  await page.getByRole("heading", { name: "Your files are read" }).waitFor({ timeout: 60_000 });
  const place = { address: server.address, id: practice };
  await addPerson(page.request, place, { ...manager, name: "Max Manager", roles: ["manager"] });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The remittance's third claim alone, paid once more under another number: the payer has a credit of 224.00. */
function paidAgain(): string {
  const original = ownFiles().find((file) => file.endsWith(".835")) ?? "";
  const segments = readFileSync(original, "utf8")
    .split("~")
    .map((each) => each.trim());
  const at = (start: string) => segments.findIndex((segment) => segment.startsWith(start));
  const [first, third, fourth] = ["CLP*7QK42201", "CLP*7QK42203", "CLP*9ZZ00001"].map(at);
  const head = segments.slice(0, first);
  const body = [...head, ...segments.slice(third, fourth)];
  const set = body.slice(body.findIndex((segment) => segment.startsWith("ST*")));
  const text = [...body, `SE*${set.length + 1}*0001`, "GE*1*881", "IEA*1*000000881", ""]
    .join("~")
    .replaceAll("*000000880", "*000000881")
    .replace("*1200*880*", "*1200*881*")
    .replace("BPR*I*392.40", "BPR*I*224")
    .replace("TRN*1*88120", "TRN*1*88121");
  const file = join(mkdtempSync(join(tmpdir(), "headwater-again-")), "again.835");
  writeFileSync(file, text);
  return file;
}

const address = (path: string) => `${server.address}/p/${practice}/${path}`;

const open = async (path: string, heading: string | RegExp) => {
  await browser.page.goto(address(path));
  await browser.page.getByRole("heading", { name: heading, level: 1 }).waitFor();
};

const openClaim = async (number: string) => {
  await open(`claims?search=${number}`, "Claims");
  await browser.page.getByRole("link", { name: number }).first().click();
  await browser.page.getByRole("heading", { name: `Claim ${number}` }).waitFor();
};

/** Goes by Tab to a button or field and presses Enter on it. */
const enter = async (label: string) => {
  await tabTo(browser.page, label, 200);
  await browser.page.keyboard.press("Enter");
};

/** The pages, what each asks the server for, and the words of its empty list. */
const pages = [
  ["exceptions", "exceptions", undefined],
  ["approvals", "approvals", "Nobody asked for an approval"],
  ["credits", "credits", undefined],
  ["credits?view=refunds", "refunds", "No refund was asked for"],
  ["write-offs", "write-offs", "Nothing was written off"],
  ["many-write-offs?payer=999999", "write-offs/candidates", "No claim fits"],
  ["approval-limits", "approval-limits", undefined],
  ["adjustment-policy", "adjustment-policies", undefined],
  ["small-balances", "patient-write-offs/small-balances", "Nobody owes as little as that"],
  ["account-numbers", "general-ledger/accounts", undefined],
  ["transfers?payment=999999", "ledger/transfers", "Nothing moved"],
] as const;

describe("pages of money that takes a person", () => {
  it.each(pages)(
    "%s: is not empty while it waits, tells a fault in words and recovers",
    async (...row) => {
      const [path, asked, empty] = row;
      const { page } = browser;
      const pattern = new RegExp(`/api/practices/[^/]+/${asked}(\\?|$)`);
      let answers = 0;
      let wasShown = false;
      const shown = empty === undefined ? undefined : page.getByText(empty).first();
      await page.route(pattern, async (route) => {
        answers += 1;
        await new Promise((resolve) => setTimeout(resolve, 400));
        wasShown ||= (await shown?.isVisible()) === true;
        await route.fulfill({
          status: 500,
          contentType: "application/problem+json",
          body: JSON.stringify({
            type: "about:blank",
            status: 500,
            code: "internal",
            title: "Fault",
          }),
        });
      });
      await page.goto(address(path));
      const again = page.getByRole("button", { name: "Try again" }).first();
      await again.waitFor();
      expect(answers).toBeGreaterThan(0);
      expect(wasShown || (await shown?.isVisible())).not.toBe(true);
      await page.unrouteAll({ behavior: "wait" });
      await again.press("Enter");
      await again.waitFor({ state: "detached" });
      await shown?.waitFor();
    },
  );
});

describe("amounts open what moved", () => {
  it("one claim of a remittance, its transfers and their segments", async () => {
    const { page } = browser;
    await open("remittances", "Remittances");
    await page.getByRole("link", { name: "88120" }).click();
    await page.getByRole("heading", { name: /^Remittance 88120/ }).waitFor();
    await page
      .getByRole("row", { name: /7QK42203/ })
      .getByRole("link", { name: "224.00: show what moved" })
      .press("Enter");
    await page.getByRole("heading", { name: /^What claim 3 of remittance \d+ moved$/ }).waitFor();
    await page
      .getByText(/^196\.00/)
      .first()
      .waitFor();
    await page
      .getByRole("button", { name: /^segments \d+/ })
      .first()
      .press("Enter");
    await page
      .getByText(/CLP\*7QK42203/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: /^Remittance 88120/ }).waitFor();
  });

  it("the amount of a claim stands in the address", async () => {
    const { page } = browser;
    await openClaim("7QK42203");
    await page.goto(`${page.url()}?amount=insurancePaid&line=1`);
    const panel = page.getByRole("complementary", { name: /line 1$/i });
    await panel
      .getByText(/^196\.00/)
      .first()
      .waitFor();
  });
});

describe("by keyboard alone", () => {
  it("what is open moves from the patient to the payers, and back with a reason", async () => {
    const { page } = browser;
    await openClaim("7QK42202");
    const region = page.getByRole("region", { name: "Who owes it" });
    await enter("Move between payer and patient");
    await typeInto(page, "Why it moves", "A second payer was found");
    await page.keyboard.press("Control+Enter");
    await region.getByText("110.00 of line 1 from the patient to the payers").waitFor();
    await region.getByRole("button", { name: "Undo" }).press("Enter");
    await region.getByLabel("Why it is undone").focus();
    await page.keyboard.type("It does not cover this");
    await page.keyboard.press("Control+Enter");
    await region.getByText(/undone .*: It does not cover this/).waitFor();
  });

  it("a refused line is written off with others, previewed, and undone at once", async () => {
    const { page } = browser;
    await open("write-offs", "Write-offs");
    await enter("Write off many…");
    await page.getByRole("heading", { name: "Write off many" }).waitFor();
    await page.getByRole("row", { name: /7QK42201/ }).waitFor();
    await page.getByLabel("Reason it is given up").focus();
    await page.keyboard.type("No auth");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^Preview: 1 \(\$412\.00\) would be written off at once/).waitFor();
    await page.getByRole("cell", { name: "would be written off" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^1 \(\$412\.00\) written off/).waitFor();
    await page.getByRole("cell", { name: "written off", exact: true }).waitFor();
    await page.getByLabel("Why they are undone").focus();
    await page.keyboard.type("An appeal is on its way");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: /^Preview 1/ }).waitFor();
    // The reason is still chosen: written off again, for good.
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^Preview: 1/).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^1 \(\$412\.00\) written off/).waitFor();
  });

  it("small balances are shown first and written off with one reason", async () => {
    const { page } = browser;
    await open("small-balances", "Small balances");
    await page.getByLabel("Up to").focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("30.00");
    await page.getByRole("row", { name: /7QK42201/ }).waitFor();
    await typeInto(page, "Why they are written off", "Costs more than it brings");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^1 balance written off, \$29\.60\.$/).waitFor();
  });

  it("the adjustment policy takes a row of our own", async () => {
    const { page } = browser;
    await open("adjustment-policy", "Adjustment policy");
    await enter("Add a row…");
    await typeInto(page, "Reason", "253");
    await page.getByLabel("First day").fill("2026-01-01");
    await typeInto(page, "Why", "Sequestration is never ours to bill");
    await enter("Add it");
    await page
      .getByRole("row", { name: /253.*Sequestration/ })
      .first()
      .waitFor();
  });

  it("a journal for the general ledger waits for numbers, then is a balanced file", async () => {
    const { page } = browser;
    await open("months/2026-07", "Jul 2026");
    await page.getByText(/^Number these accounts first/).waitFor();
    const month = page.url();
    await open("account-numbers", "General ledger numbers");
    const fields = page.getByLabel(/^Number there: /);
    await fields.first().waitFor();
    for (let index = 0; index < (await fields.count()); index += 1) {
      await fields.nth(index).fill(String(1000 + index));
    }
    await page.keyboard.press("Control+Enter");
    await page.getByText("Saved.").waitFor();
    await page.goto(month);
    const download = await downloadOf(page, () =>
      page.getByRole("link", { name: "The whole month (CSV)" }).press("Enter"),
    );
    const rows = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\n");
    expect(rows.length).toBeGreaterThan(4);
    // Every row of the journal on the page opens its transfers.
    await page
      .getByRole("region", { name: "Journal", exact: true })
      .getByRole("link", { name: /show what moved$/ })
      .first()
      .press("Enter");
    await page.getByRole("heading", { name: / to .*, / }).waitFor();
  });
});

it("a credit goes back with two people, and tells its way", async () => {
  const { page } = browser;
  await open("credits", "Credits");
  await page.getByRole("row", { name: /7QK42203/ }).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const ask = page.getByRole("form", { name: "Send it back…" });
  await ask.getByLabel("Why it goes back").focus();
  await page.keyboard.type("Paid twice");
  await page.keyboard.press("Enter");
  await page.getByText("Asked for. Another person must approve it.").waitFor();

  await open("approvals", "Approvals");
  await page.getByRole("row", { name: /Send money back/ }).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByText("You asked for this; another person must approve it.").waitFor();
  await page.getByRole("button", { name: "Approve" }).press("Enter");
  await page.getByRole("alert").waitFor();

  const other = await openBrowser();
  try {
    await other.page.goto(address("approvals"));
    await sendSignIn(other.page, manager);
    await other.page.getByRole("heading", { name: "Approvals", level: 1 }).waitFor();
    await other.page.getByRole("row", { name: /Send money back/ }).waitFor();
    await other.page.keyboard.press("j");
    await other.page.keyboard.press("Enter");
    await other.page.getByRole("button", { name: "Approve" }).press("Enter");
    await other.page.getByRole("complementary").getByText("Max Manager").waitFor();
  } finally {
    await other.close();
  }

  await open("credits?view=refunds", "Credits");
  await page.getByRole("row", { name: /to be sent/ }).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const form = page.getByRole("form", { name: "It went" });
  await form.getByLabel("Number").focus();
  await page.keyboard.type("10442");
  await page.keyboard.press("Enter");
  await page.getByRole("row", { name: /sent/ }).waitFor();
  await page
    .getByRole("row", { name: /sent/ })
    .getByRole("link", { name: "224.00: show what moved" })
    .press("Enter");
  await page.getByRole("heading", { name: /^What refund \d+ moved$/ }).waitFor();
  // From the credit of each of its two lines, then out by the check.
  await page.getByText(/^3 transfers, each with its cause\.$/).waitFor();
});

it("nothing of this made the browser complain, but for the faults that were asked for", () => {
  expect(browser.complaints.filter((each) => !/ 500 |403|409/.test(each))).toEqual([]);
});
