import { describe, expect, it } from "vitest";
import { chooseMapping, type JournalMovement, writeJournal } from "./write-journal.ts";

const mapping = {
  cash: { number: "1010", name: "Operating account" },
  charges: { number: "4000", name: 'Fees, "gross"' },
  "insurance-receivable": { number: "1200", name: "=Receivable" },
};
const movements: JournalMovement[] = [
  {
    on: "2026-03-02",
    cause: "remittance-claim",
    debit: "cash",
    credit: "insurance-receivable",
    cents: 6000,
  },
  {
    on: "2026-03-01",
    cause: "charge",
    debit: "insurance-receivable",
    credit: "charges",
    cents: 10_050,
  },
  { on: "2026-03-02", cause: "charge", debit: "insurance-receivable", credit: "charges", cents: 5 },
];

describe("the journal for a general ledger", () => {
  it("has a debit and a credit of every movement, in one order", () => {
    const written = writeJournal(movements, mapping);
    expect(written).toEqual(writeJournal([...movements].reverse(), mapping));
    expect(written.is === "written" && written.text.split("\r\n")).toEqual([
      "journal,date,account,account name,debit,credit,memo",
      "HW-2026-03-01-0001,2026-03-01,1200,'=Receivable,100.50,,charge: insurance-receivable / charges",
      'HW-2026-03-01-0001,2026-03-01,4000,"Fees, ""gross""",,100.50,charge: insurance-receivable / charges',
      "HW-2026-03-02-0001,2026-03-02,1200,'=Receivable,0.05,,charge: insurance-receivable / charges",
      'HW-2026-03-02-0001,2026-03-02,4000,"Fees, ""gross""",,0.05,charge: insurance-receivable / charges',
      "HW-2026-03-02-0002,2026-03-02,1010,Operating account,60.00,,remittance-claim: cash / insurance-receivable",
      "HW-2026-03-02-0002,2026-03-02,1200,'=Receivable,,60.00,remittance-claim: cash / insurance-receivable",
      "",
    ]);
  });

  it("names the accounts that moved and have no number", () => {
    expect(writeJournal(movements, { cash: mapping.cash })).toEqual({
      is: "unmapped",
      kinds: ["charges", "insurance-receivable"],
    });
  });

  const at = (recordedAt: string, number: string, kinds = ["cash", "charges"]) => ({
    recordedAt,
    mapping: Object.fromEntries(kinds.map((kind) => [kind, { number, name: "" }])),
  });
  it.each([
    ["an open month takes the newest", undefined, [at("1", "a"), at("3", "b")], "b"],
    ["a closed one the last before it", "2", [at("1", "a"), at("3", "b")], "a"],
    [
      "or the first whole one after it",
      "2",
      [at("1", "a", ["cash"]), at("3", "b"), at("4", "c")],
      "b",
    ],
    ["with none before, the first after", "2", [at("3", "b"), at("4", "c")], "b"],
  ])("%s", (_, closedAt, recorded, number) => {
    const { cash } = chooseMapping(recorded, closedAt, ["cash", "charges"]);
    expect(cash?.number).toBe(number);
  });
});
