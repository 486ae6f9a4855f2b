import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery, searchQuery, totalQuery } from "../../masters/list-query.ts";
import { accountBalances } from "./account-balances.query.ts";
import { assignClaim, holdAccount, liftHold } from "./change-account.command.ts";
import {
  accountHoldKinds,
  accountKeyPattern,
  balanceAges,
  type PatientAccount,
  parseAccountKey,
  patientWriteOffKinds,
} from "./patient-account.ts";
import {
  billingSettingsSchema,
  keptBillingSettingsSchema,
  patientAccountSchema,
  patientBalanceSchema,
} from "./patient-account-answers.ts";
import { billingSettings, changeBillingSettings } from "./patient-billing-settings.store.ts";
import { showPatientAccount } from "./show-patient-account.query.ts";
import { undoWriteOff, writeOffPatientBalance } from "./write-off.command.ts";

export const accountParam = z.string().regex(accountKeyPattern);
const params = z.object({ account: accountParam });
const reason = z.string().trim().min(1).max(500);

/** The account of an address that has been decoded. */
export function accountOf(key: string): PatientAccount {
  const account = parseAccountKey(key);
  if (account === undefined) throw problem("not_found");
  return account;
}

const list = listRoute({
  url: "/patient-balances",
  summary: "What patients owe after their payers, by who answers for it, the largest first",
  permission: "patient-account.read",
  query: z.object({
    search: searchQuery,
    age: z.enum(balanceAges).optional(),
    minimumCents: z.coerce.number().int().min(0).max(100_000_000_00).optional(),
    told: z.enum(["never", "due", "lately"]).optional(),
    ...totalQuery,
  }),
  cursor: z.tuple([z.int(), z.string()]),
  row: patientBalanceSchema,
  category: "patient-account",
  auditId: (row) => row.account,
  fileName: "patient-balances",
  columns: [
    { title: "Account", kind: "text", value: (row) => row.account },
    { title: "Name", kind: "text", value: (row) => row.name },
    { title: "Owed", kind: "cents", value: (row) => row.owedCents },
    { title: "Paid, not applied", kind: "cents", value: (row) => row.unappliedCents },
    { title: "Claims", kind: "number", value: (row) => row.claims },
    { title: "Since", kind: "date", value: (row) => row.oldestSince },
    { title: "Last statement", kind: "date", value: (row) => row.lastStatementOn },
    { title: "Held back", kind: "text", value: (row) => row.holds.join(" ") },
  ],
  page: async ({ transaction, practice, query }, page) => {
    const { cycleDays } = await billingSettings(transaction);
    const found = await accountBalances(transaction, {
      ...query,
      ...page,
      cycleDays,
      today: practice.today,
      withTotal: query.total === "1",
    });
    return { ...found, rows: found.rows.map((row) => patientBalanceSchema.parse(row)) };
  },
});

const show = practiceRoute({
  method: "GET",
  url: "/patient-accounts/:account",
  summary: "An account: what is open, what was paid, what was sent, and what a statement would say",
  permission: "patient-account.read",
  audit: { action: "read", category: "patient-account" },
  schema: { params, response: patientAccountSchema },
  handler: async ({ transaction, practice, params: { account }, audits }) => {
    const found = await showPatientAccount(transaction, accountOf(account), practice.today);
    if (found === undefined) throw problem("not_found");
    audits("patient-account", [account]);
    audits(
      "patient",
      found.patients.map(({ id }) => id),
    );
    return found;
  },
});

const hold = practiceRoute({
  method: "POST",
  url: "/patient-accounts/:account/holds",
  summary: "Keep statements from an account until the hold is lifted",
  permission: "patient-account.write",
  audit: { action: "change", category: "patient-account" },
  schema: {
    params,
    body: z.strictObject({ kind: z.enum(accountHoldKinds), reason }),
    response: patientAccountSchema,
  },
  handler: async ({ transaction, practice, params, body, audits }) => {
    const { today } = practice;
    const account = accountOf(params.account);
    const result = await holdAccount(transaction, account, { ...body, today });
    if (result.is === "refused") throw problem("not_found");
    audits("patient-account", [params.account]);
    return shown(await showPatientAccount(transaction, account, today));
  },
});

const lift = practiceRoute({
  method: "DELETE",
  url: "/patient-accounts/:account/holds/:hold",
  summary: "Lift a hold of an account",
  permission: "patient-account.write",
  audit: { action: "change", category: "patient-account" },
  schema: { params: params.extend({ hold: idQuery }), response: patientAccountSchema },
  handler: async ({ transaction, practice, params, audits }) => {
    const account = accountOf(params.account);
    const result = await liftHold(transaction, params.hold, practice.today);
    if (result.is === "refused") throw problem("not_found");
    audits("patient-account", [params.account]);
    return shown(await showPatientAccount(transaction, account, practice.today));
  },
});

const assign = practiceRoute({
  method: "PUT",
  url: "/claims/:claim/guarantor",
  summary: "Say who answers for what the patient owes of a claim: a guarantor, or the patient",
  permission: "patient-account.write",
  audit: { action: "change", category: "claim" },
  schema: {
    params: z.object({ claim: idQuery }),
    body: z.strictObject({ guarantorId: z.int().positive().nullable(), reason }),
    response: z.object({ claimId: z.int() }),
  },
  handler: async ({ transaction, practice, params: { claim }, body, audits }) => {
    const { today } = practice;
    const result = await assignClaim(transaction, claim, { ...body, today });
    if (result.is === "refused") {
      throw problem(result.code === "guarantor_unknown" ? "guarantor_unknown" : "not_found");
    }
    audits("claim", [claim]);
    return { claimId: claim };
  },
});

const writtenOffSchema = z.object({ writeOffId: z.int(), claimId: z.int() });

const writeOff = practiceRoute({
  method: "POST",
  url: "/claims/:claim/patient-write-offs",
  summary: "Forgive what a patient owes of a claim, up to the limit of one's role",
  status: 201,
  permission: "patient-account.write",
  audit: { action: "create", category: "patient-write-off" },
  schema: {
    params: z.object({ claim: idQuery }),
    body: z.strictObject({
      kind: z.enum(patientWriteOffKinds),
      cents: z.int().min(1).max(100_000_000_00).optional(),
      reason,
    }),
    response: writtenOffSchema,
  },
  handler: async ({ transaction, practice, params: { claim }, body, audits }) => {
    const { roles, today } = practice;
    const wanted = { ...body, claimId: claim };
    const result = await writeOffPatientBalance(transaction, wanted, { roles, today });
    if (result.is === "refused") throw problem(writeOffProblems[result.code]);
    audits("patient-write-off", [result.writeOffId]);
    audits("claim", [claim]);
    return { writeOffId: result.writeOffId, claimId: result.claimId };
  },
});

const undo = practiceRoute({
  method: "POST",
  url: "/patient-write-offs/:writeOff/undo",
  summary: "Take a write-off of a patient's balance back: it is owed again",
  permission: "patient-account.write",
  audit: { action: "change", category: "patient-write-off" },
  schema: {
    params: z.object({ writeOff: idQuery }),
    body: z.strictObject({ reason }),
    response: writtenOffSchema,
  },
  handler: async ({ transaction, practice, params, body, audits }) => {
    const { today } = practice;
    const result = await undoWriteOff(transaction, params.writeOff, { ...body, today });
    if (result.is === "refused") throw problem(writeOffProblems[result.code]);
    audits("patient-write-off", [params.writeOff]);
    audits("claim", [result.claimId]);
    return { writeOffId: result.writeOffId, claimId: result.claimId };
  },
});

const settings = practiceRoute({
  method: "GET",
  url: "/patient-billing-settings",
  summary: "How the practice bills patients: cycle, smallest amount, texts, write-off limits",
  permission: "patient-account.read",
  audit: { action: "read", category: "practice" },
  schema: { response: keptBillingSettingsSchema },
  handler: async ({ transaction, etag }) => {
    const kept = await billingSettings(transaction);
    etag(kept.revision);
    return keptBillingSettingsSchema.parse(kept);
  },
});

const changeSettings = practiceRoute({
  method: "PUT",
  url: "/patient-billing-settings",
  summary: "State how the practice bills patients",
  permission: "masters.write",
  audit: { action: "change", category: "practice" },
  schema: { body: billingSettingsSchema, response: keptBillingSettingsSchema },
  handler: async ({ transaction, body, expectedRevision, etag }) => {
    const isChanged = await changeBillingSettings(transaction, body, expectedRevision());
    if (!isChanged) throw problem("revision_changed");
    const kept = await billingSettings(transaction);
    etag(kept.revision);
    return keptBillingSettingsSchema.parse(kept);
  },
});

const writeOffProblems = {
  claim_unknown: "not_found",
  write_off_unknown: "not_found",
  nothing_open: "nothing_open",
  write_off_over_open: "write_off_over_open",
  write_off_over_limit: "write_off_over_limit",
  write_off_recovered: "write_off_recovered",
} as const;

/** What has just been changed. */
export function shown<Answer>(answer: Answer | undefined): Answer {
  if (answer === undefined) throw problem("not_found");
  return answer;
}

export const patientAccountRoutes: RouteModule = {
  name: "patient-accounts",
  routes: [list, show, hold, lift, assign, writeOff, undo, settings, changeSettings],
  problems: {
    guarantor_unknown: { status: 422, title: "There is no such guarantor" },
    nothing_open: { status: 409, title: "The patient owes nothing of this claim" },
    write_off_over_open: { status: 422, title: "The patient owes less than that" },
    write_off_over_limit: {
      status: 403,
      title: "Your role may not write off that much: ask somebody whose role may",
    },
    write_off_recovered: {
      status: 409,
      title: "A payment recovered some of this: reverse the payment first",
    },
  },
};
