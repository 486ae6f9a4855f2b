import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { responsibilityDirections } from "./decide-responsibility.ts";
import { listResponsibility } from "./list-responsibility.query.ts";
import {
  type MoveResult,
  moveResponsibility,
  undoResponsibility,
} from "./move-responsibility.command.ts";
import { responsibilityTransferSchema } from "./responsibility-answers.ts";

const params = z.object({ claim: idQuery });
const response = z.object({ rows: z.array(responsibilityTransferSchema) });
const reason = z.string().trim().min(1).max(500);

const list = practiceRoute({
  method: "GET",
  url: "/claims/:claim/responsibility-transfers",
  summary: "What people moved between the payers and the patient of a claim",
  permission: "ledger.read",
  audit: { action: "read", category: "claim" },
  schema: { params, response },
  handler: async ({ transaction, params: { claim }, audits }) => {
    audits("claim", [claim]);
    return { rows: await listResponsibility(transaction, claim) };
  },
});

const move = practiceRoute({
  method: "POST",
  url: "/claims/:claim/responsibility-transfers",
  summary: "Move what is open on a claim's lines from its payers to the patient, or back",
  status: 201,
  permission: "patient-account.write",
  audit: { action: "change", category: "claim" },
  schema: {
    params,
    body: z.strictObject({
      direction: z.enum(responsibilityDirections),
      lines: z
        .array(
          z.strictObject({
            lineNumber: z.int().min(1).max(999),
            cents: z.int().min(1).max(100_000_000_000),
          }),
        )
        .min(1)
        .max(999),
      reason,
    }),
    response,
  },
  handler: async ({ transaction, practice, params: { claim }, body, audits }) => {
    const { today } = practice;
    refuse(await moveResponsibility(transaction, claim, { ...body, today }));
    audits("claim", [claim]);
    return { rows: await listResponsibility(transaction, claim) };
  },
});

const undo = practiceRoute({
  method: "POST",
  url: "/responsibility-transfers/:transfer/undo",
  summary: "Move what a person moved back whence it came, while all of it is still open",
  permission: "patient-account.write",
  audit: { action: "change", category: "claim" },
  schema: {
    params: z.object({ transfer: idQuery }),
    body: z.strictObject({ reason }),
    response,
  },
  handler: async ({ transaction, practice, params: { transfer }, body, audits }) => {
    const { today } = practice;
    const claimId = refuse(await undoResponsibility(transaction, transfer, { ...body, today }));
    audits("claim", [claimId]);
    return { rows: await listResponsibility(transaction, claimId) };
  },
});

function refuse(result: MoveResult): number {
  if (result.is === "moved") return result.claimId;
  const { code } = result;
  if (code === "claim_unknown" || code === "transfer_unknown") throw problem("not_found");
  throw problem(problemOf[code]);
}

const problemOf = {
  claim_overtaken: "responsibility_claim_overtaken",
  patient_protected: "responsibility_patient_protected",
  line_unknown: "responsibility_line_unknown",
  line_twice: "responsibility_line_twice",
  beyond_open: "responsibility_beyond_open",
  patient_not_liable: "responsibility_patient_not_liable",
  transfer_used: "responsibility_transfer_used",
} as const;

export const responsibilityRoutes: RouteModule = {
  name: "responsibility-transfers",
  routes: [list, move, undo],
  problems: {
    responsibility_claim_overtaken: { status: 409, title: "Another claim has taken its place" },
    responsibility_patient_protected: { status: 422, title: "The law forbids billing the patient" },
    responsibility_line_unknown: { status: 422, title: "The claim has no such line" },
    responsibility_line_twice: { status: 422, title: "A line is named twice" },
    responsibility_beyond_open: { status: 422, title: "More than is open cannot move" },
    responsibility_patient_not_liable: {
      status: 422,
      title: "The payer refused it as the practice's own obligation: it is not the patient's",
    },
    responsibility_transfer_used: {
      status: 409,
      title: "It was paid or moved on since: take that back first",
    },
  },
};
