import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { moneyReasonSchema } from "../../books/approval/approval-answers.ts";
import {
  type WriteOffReasonCode,
  writeOffReasonCodes,
} from "../../books/receivable/write-off-reason.ts";
import { centsSchema } from "../../masters/answer-schemas.ts";
import { idQuery, optionalDate } from "../../masters/list-query.ts";
import { listWriteOffCandidates } from "./list-write-off-candidates.query.ts";
import { listWriteOffs } from "./list-write-offs.query.ts";
import {
  undoWriteOff,
  undoWriteOffs,
  type WriteOffOutcome,
  writeOffClaim,
  writeOffClaims,
} from "./write-off.command.ts";
import {
  type WriteOffOutcomeRow,
  writeOffCandidateSchema,
  writeOffOutcomeSchema,
  writeOffSchema,
} from "./write-off-answers.ts";

const reasonSchema = z.enum(writeOffReasonCodes as [WriteOffReasonCode, ...WriteOffReasonCode[]]);

const termsBody = {
  reasonCode: reasonSchema,
  isAvoidable: z.boolean().optional(),
  remark: z.string().trim().max(500).default(""),
};

const linesSchema = z
  .array(
    z.strictObject({
      lineNumber: z.int().min(1).max(999),
      cents: centsSchema.min(1).max(100_000_000_000),
    }),
  )
  .min(1)
  .max(999);

const list = listRoute({
  url: "/write-offs",
  summary:
    "What was given up of what payers owed, with why and what of it stands, the newest first",
  permission: "ledger.read",
  query: z.object({
    claim: idQuery.optional(),
    reason: reasonSchema.optional(),
    avoidable: z.enum(["yes", "no"]).optional(),
    from: optionalDate,
    through: optionalDate,
  }),
  cursor: z.tuple([z.string(), z.int()]),
  row: writeOffSchema,
  category: "write-off",
  auditId: (row) => row.id,
  fileName: "write-offs",
  columns: [
    { title: "Date", kind: "date", value: (row) => row.writtenOffOn },
    { title: "Claim", kind: "text", value: (row) => row.patientControlNumber },
    { title: "Payer", kind: "text", value: (row) => row.payer },
    { title: "Line", kind: "number", value: (row) => row.lineNumber },
    { title: "Given up", kind: "cents", value: (row) => row.cents },
    { title: "Stands", kind: "cents", value: (row) => row.standingCents },
    { title: "Reason", kind: "text", value: (row) => row.reasonCode },
    { title: "Avoidable", kind: "text", value: (row) => (row.isAvoidable ? "yes" : "no") },
    { title: "Remark", kind: "text", value: (row) => row.remark },
    { title: "By", kind: "text", value: (row) => row.recordedBy },
    { title: "Undone", kind: "date", value: (row) => row.undoneOn },
  ],
  page: ({ transaction, query }, page) => listWriteOffs(transaction, query, page),
});

const writeOff = practiceRoute({
  method: "POST",
  url: "/claims/:claim/write-offs",
  summary: "Give up what a payer was expected to pay; beyond the limit of one's roles it waits",
  status: 201,
  permission: "write-off.write",
  audit: { action: "create", category: "write-off" },
  schema: {
    params: z.object({ claim: idQuery }),
    body: z.strictObject({
      ...termsBody,
      scope: z.union([z.enum(["denied", "open"]), linesSchema]),
    }),
    response: writeOffOutcomeSchema,
  },
  handler: async ({ transaction, practice, params: { claim }, body, audits, auditDetail }) => {
    const { scope, ...terms } = body;
    const { roles, today } = practice;
    const wanted = { claimId: claim, scope };
    const outcome = await writeOffClaim(transaction, wanted, { ...terms, roles, today });
    if (outcome.is === "refused") throw problem(problemOf[outcome.code]);
    audits("claim", [claim]);
    auditDetail({ outcome: outcome.is, reasonCode: body.reasonCode });
    return rowOf(claim, outcome);
  },
});

const writeOffMany = practiceRoute({
  method: "POST",
  url: "/write-offs/many",
  summary: "Give up on many claims, each judged alone; or preview that",
  permission: "write-off.write",
  audit: { action: "create", category: "write-off" },
  schema: {
    body: z.strictObject({
      ...termsBody,
      claims: z.array(z.int().min(1)).min(1).max(200),
      scope: z.enum(["denied", "open"]),
      isPreview: z.boolean(),
    }),
    response: z.object({ rows: z.array(writeOffOutcomeSchema) }),
  },
  handler: async ({ transaction, practice, body, audits }) => {
    const { claims, scope, ...terms } = body;
    const { roles, today } = practice;
    const claimIds = [...new Set(claims)];
    const outcomes = await writeOffClaims(
      transaction,
      claimIds.map((claimId) => ({ claimId, scope })),
      { ...terms, roles, today },
    );
    audits("claim", claimIds);
    return {
      rows: claimIds.map((claimId, index) => rowOf(claimId, outcomes[index] ?? unknownClaim)),
    };
  },
});

const undo = practiceRoute({
  method: "POST",
  url: "/write-offs/:writeOff/undo",
  summary: "Take a write-off back with a reason; what it gave up is expected again",
  permission: "write-off.write",
  audit: { action: "change", category: "write-off" },
  schema: {
    params: z.object({ writeOff: idQuery }),
    body: z.strictObject({ reason: moneyReasonSchema }),
    response: z.object({ claimId: z.int() }),
  },
  handler: async ({ transaction, practice, params, body: { reason }, audits }) => {
    const undone = await undoWriteOff(transaction, params.writeOff, {
      reason,
      today: practice.today,
    });
    if (undone === "write_off_unknown") throw problem("not_found");
    if (undone === "write_off_undone") throw problem(undone);
    audits("write-off", [params.writeOff]);
    audits("claim", [undone.claimId]);
    return undone;
  },
});

const candidates = practiceRoute({
  method: "GET",
  url: "/write-offs/candidates",
  summary: "Claims on which payers could be given up at once: by payer, reason, day and amount",
  permission: "write-off.write",
  audit: { action: "read", category: "claim" },
  schema: {
    query: z.object({
      scope: z.enum(["denied", "open"]).default("denied"),
      payer: idQuery.optional(),
      reason: z.string().max(10).optional(),
      through: optionalDate,
      mostCents: z.coerce.number().int().min(1).max(100_000_000).optional(),
    }),
    response: z.object({ rows: z.array(writeOffCandidateSchema), count: z.int() }),
  },
  handler: async ({ transaction, query, audits }) => {
    const found = await listWriteOffCandidates(transaction, query);
    audits(
      "claim",
      found.rows.map(({ claimId }) => claimId),
    );
    return found;
  },
});

const undoMany = practiceRoute({
  method: "POST",
  url: "/write-offs/undo-many",
  summary: "Take many write-offs back with one reason, each by itself",
  permission: "write-off.write",
  audit: { action: "change", category: "write-off" },
  schema: {
    body: z.strictObject({
      writeOffs: z.array(z.int().min(1)).min(1).max(1000),
      reason: moneyReasonSchema,
    }),
    response: z.object({
      rows: z.array(
        z.object({
          writeOffId: z.int(),
          claimId: z.int().nullable(),
          refusal: z.string().nullable(),
        }),
      ),
    }),
  },
  handler: async ({ transaction, practice, body: { writeOffs, reason }, audits }) => {
    const rows = await undoWriteOffs(transaction, writeOffs, { reason, today: practice.today });
    audits("write-off", writeOffs);
    audits("claim", [...new Set(rows.flatMap(({ claimId }) => claimId ?? []))]);
    return { rows };
  },
});

const unknownClaim: WriteOffOutcome = { is: "refused", code: "claim_unknown" };

function rowOf(claimId: number, outcome: WriteOffOutcome): WriteOffOutcomeRow {
  return {
    claimId,
    outcome: outcome.is,
    cents: outcome.is === "refused" ? 0 : outcome.cents,
    code: outcome.is === "refused" ? outcome.code : null,
    approvalId: outcome.is === "waiting" && outcome.approvalId > 0 ? outcome.approvalId : null,
    writeOffIds: outcome.is === "written-off" ? [...outcome.writeOffIds] : [],
  };
}

const problemOf = {
  claim_unknown: "not_found",
  claim_replaced: "claim_replaced",
  write_off_of_unknown_line: "write_off_of_unknown_line",
  write_off_beyond_open: "write_off_beyond_open",
  nothing_to_write_off: "nothing_to_write_off",
  approval_waiting: "approval_waiting",
} as const;

export const writeOffRoutes: RouteModule = {
  name: "write-offs",
  routes: [list, candidates, writeOff, writeOffMany, undo, undoMany],
  problems: {
    claim_replaced: {
      status: 409,
      title: "The claim was replaced or voided: what is open stands on the version after it",
    },
    write_off_of_unknown_line: { status: 422, title: "The claim has no line of this number" },
    write_off_beyond_open: { status: 409, title: "More than is still expected from payers" },
    nothing_to_write_off: { status: 409, title: "Nothing is left to write off" },
    write_off_undone: { status: 409, title: "The write-off is undone already" },
  },
};
