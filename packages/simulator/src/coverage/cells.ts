/** A transaction, what happens with it, and the payer with whom. */
export type Cell = {
  readonly transaction: string;
  readonly scenario: string;
  readonly payer: string;
};

const primary =
  "advantage blue crest harbor medicaid-east medicaid-plan medicaid-west medicare summit tricare";
/** Payers that want consent for some services. */
const consenting =
  "advantage blue crest harbor medicaid-east medicaid-plan medicaid-west summit tricare";
const all = `${primary} supplement workers`;

/** By transaction and scenario the payers, by their keys, with whom it happens in the simulated worlds. */
const rows: readonly (readonly [transaction: string, scenario: string, payers: string])[] = [
  ["837", "original", `${primary} workers`],
  ["837", "sent again after a rejection", primary],
  ["837", "corrected after a denial", `${primary} workers`],
  ["837", "billed to another payer", "advantage blue crest harbor medicaid-plan summit tricare"],
  ["837", "to the next payer", "harbor medicaid-east medicare supplement"],
  ["277CA", "accepted", all],
  ["277CA", "rejected by clearinghouse", primary],
  ["277CA", "rejected by payer", primary],
  ["835", "paid", all],
  ["835", "left to the patient", "blue crest harbor medicare summit supplement tricare"],
  ["835", "partly refused", primary],
  ["835", "refused", `${primary} workers`],
  ["835", "refused without a ground", primary],
  ["835", "forwarded to the next payer", "medicare"],
  ["835", "decided as the second payer", "harbor medicaid-east medicare supplement"],
  ["835", "takeback: reversal", "blue summit"],
  ["835", "takeback: established", "summit"],
  ["835", "provider-level recovery (WO)", "medicaid-plan summit"],
  ["835", "balance carried forward (FB)", "blue"],
  ["835", "interest (L6)", "advantage harbor medicaid-east medicaid-west workers"],
  ["835", "capitation (CT)", "medicaid-plan"],
  [
    "835",
    "by EFT",
    "advantage blue crest medicaid-east medicaid-plan medicare summit supplement tricare",
  ],
  ["835", "by check", "harbor medicaid-west workers"],
  ["835", "no money (NON)", all],
  [
    "835",
    "sent twice",
    "advantage blue harbor medicaid-east medicaid-plan medicare supplement tricare",
  ],
  ["270/271", "active coverage", primary],
  ["270/271", "unknown member", primary],
  ["278", "no consent needed", primary],
  ["278", "certified", consenting],
  ["278", "pended, then decided", consenting],
  ["278", "not certified", consenting.replace("medicaid-west ", "")],
  ["278", "fewer units", consenting],
];

/** Where the tests stand that prove the cells; each bears the name of its cell. */
export const cellTestFile = "packages/simulator/src/coverage/cells.test.ts";

export const cells: readonly Cell[] = rows.flatMap(([transaction, scenario, payers]) =>
  payers
    .split(" ")
    .sort()
    .map((payer) => ({ transaction, scenario, payer })),
);

/** The name of the test that proves a cell. */
export function cellName({ transaction, scenario, payer }: Cell): string {
  return `${transaction}, ${scenario}, ${payer}`;
}
