import type { StringKey } from "../strings/translate.ts";

/** A page of the navigation: where it stands, what it needs, which letter goes there. */
export type Place = {
  readonly to:
    | "/p/$practice/work"
    | "/p/$practice/calendar"
    | "/p/$practice/not-clear"
    | "/p/$practice/authorizations"
    | "/p/$practice/patients"
    | "/p/$practice/encounters"
    | "/p/$practice/claims"
    | "/p/$practice/batches"
    | "/p/$practice/remittances"
    | "/p/$practice/denials"
    | "/p/$practice/exceptions"
    | "/p/$practice/deposits"
    | "/p/$practice/patient-balances"
    | "/p/$practice/cash"
    | "/p/$practice/months"
    | "/p/$practice/report"
    | "/p/$practice/accounts"
    | "/p/$practice/files"
    | "/p/$practice/practice"
    | "/p/$practice/facilities"
    | "/p/$practice/payers"
    | "/p/$practice/prices"
    | "/p/$practice/fee-schedules"
    | "/p/$practice/providers"
    | "/p/$practice/code-sets"
    | "/p/$practice/edits"
    | "/p/$practice/audit";
  readonly title: StringKey;
  readonly letter: string;
  readonly permission: string;
  readonly group: "work" | "front-end" | "mid-cycle" | "back-end" | "strategy" | "setup" | "below";
};

/** Named after the stages; a stage without a page is not shown. */
export const places: readonly Place[] = [
  {
    to: "/p/$practice/work",
    title: "work.title",
    letter: "w",
    permission: "work.read",
    group: "work",
  },
  {
    to: "/p/$practice/calendar",
    title: "calendar.title",
    letter: "s",
    permission: "appointment.read",
    group: "front-end",
  },
  {
    to: "/p/$practice/not-clear",
    title: "notClear.title",
    letter: "n",
    permission: "appointment.read",
    group: "front-end",
  },
  {
    to: "/p/$practice/authorizations",
    title: "authorizations.title",
    letter: "u",
    permission: "appointment.read",
    group: "front-end",
  },
  {
    to: "/p/$practice/patients",
    title: "patients.title",
    letter: "t",
    permission: "patient.read",
    group: "front-end",
  },
  {
    to: "/p/$practice/encounters",
    title: "encounters.title",
    letter: "q",
    permission: "claim.read",
    group: "mid-cycle",
  },
  {
    to: "/p/$practice/claims",
    title: "claims.title",
    letter: "c",
    permission: "claim.read",
    group: "mid-cycle",
  },
  {
    to: "/p/$practice/batches",
    title: "batches.title",
    letter: "x",
    permission: "claim.read",
    group: "back-end",
  },
  {
    to: "/p/$practice/remittances",
    title: "remittances.title",
    letter: "r",
    permission: "remittance.read",
    group: "back-end",
  },
  {
    to: "/p/$practice/denials",
    title: "denials.title",
    letter: "1",
    permission: "claim.read",
    group: "back-end",
  },
  {
    to: "/p/$practice/exceptions",
    title: "exceptions.title",
    letter: "z",
    permission: "remittance.read",
    group: "back-end",
  },
  {
    to: "/p/$practice/deposits",
    title: "deposits.title",
    letter: "d",
    permission: "remittance.read",
    group: "back-end",
  },
  {
    to: "/p/$practice/patient-balances",
    title: "balances.title",
    letter: "2",
    permission: "patient-account.read",
    group: "back-end",
  },
  {
    to: "/p/$practice/cash",
    title: "cash.title",
    letter: "k",
    permission: "remittance.read",
    group: "back-end",
  },
  {
    to: "/p/$practice/months",
    title: "months.title",
    letter: "j",
    permission: "ledger.read",
    group: "back-end",
  },
  {
    to: "/p/$practice/accounts",
    title: "accounts.title",
    letter: "l",
    permission: "ledger.read",
    group: "back-end",
  },
  {
    to: "/p/$practice/report",
    title: "report.title",
    letter: "p",
    permission: "report.read",
    group: "strategy",
  },
  {
    to: "/p/$practice/files",
    title: "files.title",
    letter: "f",
    permission: "file.read",
    group: "below",
  },
  {
    to: "/p/$practice/practice",
    title: "practiceProfile.title",
    letter: "i",
    permission: "practice.read",
    group: "setup",
  },
  {
    to: "/p/$practice/facilities",
    title: "facilities.title",
    letter: "y",
    permission: "practice.read",
    group: "setup",
  },
  {
    to: "/p/$practice/payers",
    title: "payers.title",
    letter: "b",
    permission: "practice.read",
    group: "setup",
  },
  {
    to: "/p/$practice/prices",
    title: "prices.title",
    letter: "m",
    permission: "practice.read",
    group: "setup",
  },
  {
    to: "/p/$practice/fee-schedules",
    title: "feeSchedule.title",
    letter: "h",
    permission: "practice.read",
    group: "setup",
  },
  {
    to: "/p/$practice/providers",
    title: "providers.title",
    letter: "v",
    permission: "practice.read",
    group: "setup",
  },
  {
    to: "/p/$practice/code-sets",
    title: "codeSets.title",
    letter: "o",
    permission: "practice.read",
    group: "setup",
  },
  {
    to: "/p/$practice/edits",
    title: "edits.title",
    letter: "e",
    permission: "edit.read",
    group: "setup",
  },
  {
    to: "/p/$practice/audit",
    title: "audit.title",
    letter: "a",
    permission: "audit.read",
    group: "below",
  },
];
