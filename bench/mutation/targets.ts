/** A pure decision about money, and the pure tests that judge it. */
export type Target = { readonly file: string; readonly tests: readonly string[] };

const source = "packages/revenue-cycle/src";
const posting = [
  "decide-posting",
  "settle-line",
  "share-lines",
  "treat-claim",
  "pair-reversals",
  "settle-facts",
  "posting-examples",
  "golden-decisions",
].map((name) => `${source}/back-end/posting/${name}.test.ts`);

export const targets: readonly Target[] = [
  ...[
    "decide-posting",
    "settle-line",
    "share-lines",
    "treat-claim",
    "pair-reversals",
    "settle-patient",
    "settle-write-off",
    "settle-refund",
    "settle-responsibility",
  ].map((name) => ({ file: `${source}/back-end/posting/${name}.ts`, tests: posting })),
  {
    file: `${source}/back-end/remittance/match-claim.ts`,
    tests: ["match-claim", "match-claim-cases"].map(
      (name) => `${source}/back-end/remittance/${name}.test.ts`,
    ),
  },
  {
    file: `${source}/back-end/remittance/match-line.ts`,
    tests: ["match-line", "match-line-cases"].map(
      (name) => `${source}/back-end/remittance/${name}.test.ts`,
    ),
  },
  {
    file: `${source}/back-end/remittance/balance-remittance.ts`,
    tests: [`${source}/back-end/remittance/balance-remittance.test.ts`],
  },
  {
    file: `${source}/books/patient-payment/allocate-payment.ts`,
    tests: ["allocate-payment", "allocate-payment-cases"].map(
      (name) => `${source}/books/patient-payment/${name}.test.ts`,
    ),
  },
  {
    file: `${source}/books/deposit/decide-deposit.ts`,
    tests: [`${source}/books/deposit/decide-deposit.test.ts`],
  },
  {
    file: `${source}/back-end/card-payment/card-gateway.ts`,
    tests: [`${source}/back-end/card-payment/card-payment.test.ts`],
  },
];
