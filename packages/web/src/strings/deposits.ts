import { allocationStrings } from "./allocation.ts";
import { approvalLimitStrings } from "./approval-limits.ts";
import { generalLedgerStrings } from "./general-ledger.ts";
import { paperStrings } from "./paper.ts";
import { responsibilityStrings } from "./responsibility.ts";
import { smallBalanceStrings } from "./small-balances.ts";

/** Sentences about deposits, and the names of what moves money. */
export const depositStrings = {
  ...allocationStrings,
  ...approvalLimitStrings,
  ...generalLedgerStrings,
  ...paperStrings,
  ...responsibilityStrings,
  ...smallBalanceStrings,
  posting: {
    charge: "Charge of the claim",
    "charge-replaced": "Charge taken back: the claim was replaced",
    "remittance-claim": "Posted from a remittance",
    suspense: "Kept in suspense: no claim known",
    "suspense-matched": "Moved from suspense to its claim",
    "provider-adjustment": "Provider adjustment of a remittance",
    "patient-payment": "Patient payment",
    reversal: "Reversal",
    "write-off": "Write-off",
    transfer: "Transfer",
    "out-of-balance": "Left open: the remittance does not add up",
    refund: "Money sent back",
    "deposit-fee": "Kept by the card network",
  },
  deposits: {
    title: "Deposits",
    count_one: "{{count, number}} deposit",
    count_other: "{{count, number}} deposits",
    sentence_one: "{{count, number}} deposit, {{dollars}}.",
    sentence_other: "{{count, number}} deposits, {{dollars}}.",
    search: "Trace number or payer",
    none: "No deposits yet",
    noneText: "Deposits come from the bank's files, or are typed in: press n.",
    enter: "Type in a deposit",
    noMatch: "No deposit fits all the filters at once.",
  },
  deposit: {
    title: "Deposit of {{amount}}",
    date: "Deposited",
    type: "Type",
    remittance: "Remittance",
    amount: "Amount",
    row: "row {{row}}",
    pays: "It pays remittance",
    byPerson: "matched by {{who}}",
    byNumbers: "by its numbers",
    mayPay: "It may pay",
    none: "No remittance of this amount waits for a deposit. Import its 835, or ask the payer.",
    agrees: "agrees in {{reasons}}",
    match: "Match",
    way: "How it came",
    payer: "Payer",
    reference: "Number",
    batch: "Batch number",
    batchTotal: "Batch total",
    bank: "At the bank",
    fee: "Fee kept",
    paid: "Paid in all",
    gross: "The payer paid {{amount}}.",
    check: "Check {{number}}",
    addCheck: "Another check",
    removeCheck: "Leave check {{number}} out",
    unequal: "{{sum}} of {{total}}: {{difference}} to go.",
    over: "{{sum}} of {{total}}: {{difference}} too much.",
    adds: "The checks add up to the batch.",
    badAmount: "An amount such as 120.00",
    save: "Enter it (Ctrl Enter)",
    saved_one: "{{count}} deposit entered.",
    saved_other: "{{count}} deposits entered.",
    known: "A deposit of this amount and number is on file within five days. Is this another one?",
    isAnother: "Enter it as another one",
    typed: "Typed in by {{who}}, {{when}}",
    takeBack: "Take the deposit back",
    takeBackReason: "Why it is taken back",
    takenBack: "Taken back by {{who}} on {{date}}: {{reason}}",
    notMatched:
      "Its remittance has not come yet. It is tied by number, payer, amount and date when it does.",
  },
  depositWay: {
    check: "Check",
    lockbox: "Lockbox batch",
    "virtual-card": "Virtual card",
    cash: "Cash",
  },
  depositReason: {
    trace: "trace number",
    amount: "amount",
    date: "date",
    payer: "payer",
  },
} as const;

/** What people did with money, as a claim's timeline says it. */
export const moneyEvents = {
  "responsibility-moved": "Moved between payer and patient",
  "responsibility-move-undone": "Moved back between payer and patient",
} as const;
