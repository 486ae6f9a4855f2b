import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { dateSchema } from "../../masters/answer-schemas.ts";
import { idQuery, optionalDate, searchQuery, totalQuery } from "../../masters/list-query.ts";
import { depositWays } from "./decide-deposit.ts";
import { depositSchema, depositStateSchema, suggestedRemittanceSchema } from "./deposit-answers.ts";
import { enterDeposit } from "./enter-deposit.command.ts";
import { type DepositMatch, matchDeposit, unmatchDeposit } from "./match-deposit.command.ts";
import { findDeposit, searchDeposits } from "./search-deposits.query.ts";
import { suggestRemittances } from "./suggest-remittances.query.ts";
import { takeBackDeposit } from "./take-back-deposit.command.ts";

const params = z.object({ deposit: idQuery });

const list = listRoute({
  url: "/deposits",
  summary: "What the bank says came in, the newest first, each with the remittance it pays",
  permission: "remittance.read",
  query: z.object({
    search: searchQuery,
    state: depositStateSchema.optional(),
    from: optionalDate,
    through: optionalDate,
    ...totalQuery,
  }),
  cursor: z.tuple([z.string(), z.int()]),
  row: depositSchema,
  category: "deposit",
  auditId: (row) => row.id,
  fileName: "deposits",
  columns: [
    { title: "Date", kind: "date", value: (row) => row.depositedOn },
    { title: "Amount", kind: "cents", value: (row) => row.cents },
    { title: "Trace number", kind: "text", value: (row) => row.traceNumber },
    { title: "Payer", kind: "text", value: (row) => row.payerName },
    { title: "Type", kind: "text", value: (row) => row.type },
    { title: "Remittance", kind: "text", value: (row) => row.remittance?.traceNumber ?? null },
    { title: "Matched by", kind: "text", value: (row) => row.matchedBy },
    { title: "Fee", kind: "cents", value: (row) => row.feeCents },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Batch", kind: "text", value: (row) => row.batchNumber },
    { title: "File", kind: "text", value: (row) => row.file?.name ?? null },
    { title: "Typed in by", kind: "text", value: (row) => row.typed?.by ?? null },
    { title: "Taken back by", kind: "text", value: (row) => row.takenBack?.by ?? null },
  ],
  page: ({ transaction, query }, page) =>
    searchDeposits(transaction, { ...query, ...page, withTotal: query.total === "1" }),
});

const mostPayments = 200;
const amount = z.int().min(1).max(1_000_000_000);
const shortText = z.string().trim().max(60);

const enter = practiceRoute({
  method: "POST",
  url: "/deposits",
  summary: "Type in a deposit: a check, the checks of a lockbox batch, a virtual card, cash",
  status: 201,
  permission: "remittance.write",
  audit: { action: "create", category: "deposit" },
  schema: {
    body: z.strictObject({
      way: z.enum(depositWays),
      on: dateSchema,
      batch: z.strictObject({ number: shortText.min(1), totalCents: amount }).optional(),
      items: z
        .array(
          z.strictObject({
            cents: amount,
            feeCents: z.int().min(0).max(1_000_000_000).default(0),
            reference: shortText.default(""),
            payerName: z.string().trim().min(1).max(100),
          }),
        )
        .min(1)
        .max(mostPayments),
      /** It is another deposit than the one on file that looks like it. */
      isAnother: z.boolean().default(false),
    }),
    response: z.object({ rows: z.array(depositSchema) }),
  },
  handler: async ({ transaction, practice, body, audits }) => {
    const { isAnother, ...deposit } = body;
    const result = await enterDeposit(transaction, deposit, { today: practice.today, isAnother });
    if (result.is === "refused") {
      const { code, depositId } = result;
      throw problem(code, depositId === undefined ? {} : { detail: `deposit ${depositId}` });
    }
    audits("deposit", result.depositIds);
    const rows = [];
    for (const id of result.depositIds) rows.push(shown(await findDeposit(transaction, id)));
    return { rows };
  },
});

const takeBack = practiceRoute({
  method: "POST",
  url: "/deposits/:deposit/take-back",
  summary: "Take back a deposit that was typed in, while its month is open",
  permission: "remittance.write",
  audit: { action: "change", category: "deposit" },
  schema: {
    params,
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    response: depositSchema,
  },
  handler: async ({ transaction, practice, params: { deposit }, body, audits }) => {
    const { today } = practice;
    const result = await takeBackDeposit(transaction, deposit, { ...body, today });
    if (result.is === "refused") {
      throw problem(result.code === "deposit_unknown" ? "not_found" : result.code);
    }
    audits("deposit", [deposit]);
    return shown(await findDeposit(transaction, deposit));
  },
});

const suggestions = practiceRoute({
  method: "GET",
  url: "/deposits/:deposit/suggestions",
  summary: "Remittances of a deposit's amount that no deposit pays yet, the likeliest first",
  permission: "remittance.read",
  audit: { action: "read", category: "remittance" },
  schema: { params, response: z.object({ rows: z.array(suggestedRemittanceSchema) }) },
  handler: async ({ transaction, params: { deposit }, audits }) => {
    if ((await findDeposit(transaction, deposit)) === undefined) throw problem("not_found");
    const rows = await suggestRemittances(transaction, deposit);
    audits("deposit", [deposit]);
    audits(
      "remittance",
      rows.map((one) => one.remittanceId),
    );
    return { rows };
  },
});

const match = practiceRoute({
  method: "PUT",
  url: "/deposits/:deposit/match",
  summary: "Tie a deposit to the remittance of exactly its amount",
  permission: "remittance.write",
  audit: { action: "change", category: "deposit" },
  schema: {
    params,
    body: z.strictObject({ remittanceId: z.int().min(1) }),
    response: depositSchema,
  },
  handler: async ({ transaction, params: { deposit }, body, audits }) => {
    refuse(await matchDeposit(transaction, deposit, body.remittanceId));
    audits("deposit", [deposit]);
    audits("remittance", [body.remittanceId]);
    return shown(await findDeposit(transaction, deposit));
  },
});

const unmatch = practiceRoute({
  method: "DELETE",
  url: "/deposits/:deposit/match",
  summary: "Take back a match of a deposit that a person made",
  permission: "remittance.write",
  audit: { action: "change", category: "deposit" },
  schema: { params, response: depositSchema },
  handler: async ({ transaction, params: { deposit }, audits }) => {
    refuse(await unmatchDeposit(transaction, deposit));
    audits("deposit", [deposit]);
    return shown(await findDeposit(transaction, deposit));
  },
});

function refuse(result: DepositMatch): void {
  if (result.is === "refused") throw problem(problemOf[result.code]);
}

function shown<Answer>(answer: Answer | undefined): Answer {
  if (answer === undefined) throw problem("not_found");
  return answer;
}

const problemOf = {
  deposit_unknown: "not_found",
  deposit_matched: "deposit_matched",
  deposit_not_by_person: "deposit_not_by_person",
  remittance_unknown: "remittance_unknown",
  remittance_deposited: "remittance_deposited",
  deposit_amount_differs: "deposit_amount_differs",
} as const;

export const depositRoutes: RouteModule = {
  name: "deposits",
  routes: [list, enter, takeBack, suggestions, match, unmatch],
  problems: {
    deposit_matched: { status: 409, title: "The deposit is matched to another remittance" },
    deposit_not_by_person: {
      status: 409,
      title: "The deposit was matched by its numbers, not by a person",
    },
    remittance_unknown: { status: 422, title: "No remittance of this id can be paid" },
    remittance_deposited: { status: 409, title: "Another deposit pays this remittance" },
    deposit_amount_differs: { status: 422, title: "Deposit and remittance differ in their amount" },
    deposit_known: { status: 409, title: "A deposit of this amount and number is on file" },
    deposit_in_future: { status: 422, title: "The day of the deposit has not come yet" },
    deposit_batch_missing: { status: 422, title: "A lockbox, and only it, has a batch" },
    deposit_batch_unequal: { status: 422, title: "The checks do not add up to the batch" },
    deposit_one_payment: { status: 422, title: "Only a lockbox batch holds several payments" },
    deposit_fee_of_card: { status: 422, title: "Only a virtual card costs a fee" },
    deposit_reference_missing: { status: 422, title: "The payment needs its number" },
    deposit_reference_twice: { status: 422, title: "A check stands twice in the batch" },
    reference_like_card: { status: 422, title: "This looks like a card number: do not keep it" },
    deposit_from_file: { status: 409, title: "A bank file shows this deposit: it stays" },
    deposit_month_closed: { status: 409, title: "The month of the deposit is closed" },
  },
};
