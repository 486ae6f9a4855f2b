import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { moneyReasonSchema } from "../../books/approval/approval-answers.ts";
import { dateSchema } from "../../masters/answer-schemas.ts";
import { idQuery } from "../../masters/list-query.ts";
import { listPolicies } from "./list-policies.query.ts";
import { addOwnPolicy, endOwnPolicy } from "./own-policy.store.ts";
import { ownGroups, ownTreatments } from "./own-policy.ts";
import { adjustmentPolicySchema } from "./own-policy-answers.ts";

const list = practiceRoute({
  method: "GET",
  url: "/adjustment-policies",
  summary:
    "How each group and reason of a payer is read: the practice's own rows, then the table's",
  permission: "remittance.read",
  audit: { action: "read", category: "adjustment-policy" },
  schema: { response: z.object({ rows: z.array(adjustmentPolicySchema) }) },
  handler: async ({ transaction, audits }) => {
    const rows = await listPolicies(transaction);
    audits(
      "adjustment-policy",
      rows.flatMap(({ id }) => id ?? []),
    );
    return { rows };
  },
});

const add = practiceRoute({
  method: "POST",
  url: "/adjustment-policies",
  summary: "Add a row of the practice's own, from a day on, for one payer or all",
  status: 201,
  permission: "adjustment-policy.write",
  audit: { action: "create", category: "adjustment-policy" },
  schema: {
    body: z.strictObject({
      payerId: z.int().min(1).optional(),
      groupCode: z.enum(ownGroups),
      reasonCode: z.string().regex(/^[A-Z]{0,2}\d{1,3}$/),
      treatment: z.enum(ownTreatments),
      note: moneyReasonSchema,
      effectiveFrom: dateSchema,
      effectiveTo: dateSchema.optional(),
    }),
    response: z.object({ policyId: z.int() }),
  },
  handler: async ({ transaction, body, audits }) => {
    const { payerId, effectiveTo, ...row } = body;
    const added = await addOwnPolicy(transaction, { ...row, payerId, effectiveTo });
    if (typeof added === "string") throw problem(added);
    audits("adjustment-policy", [added.policyId]);
    return added;
  },
});

const end = practiceRoute({
  method: "POST",
  url: "/adjustment-policies/:policy/end",
  summary: "End a row of the practice's own with a day",
  permission: "adjustment-policy.write",
  audit: { action: "change", category: "adjustment-policy" },
  schema: {
    params: z.object({ policy: idQuery }),
    body: z.strictObject({ effectiveTo: dateSchema }),
    response: z.object({ policyId: z.int() }),
  },
  handler: async ({ transaction, params: { policy }, body, expectedRevision, audits }) => {
    const revision = expectedRevision();
    const refusal = await endOwnPolicy(transaction, policy, { ...body, revision });
    if (refusal === "policy_unknown") throw problem("not_found");
    if (refusal !== undefined) throw problem(refusal);
    audits("adjustment-policy", [policy]);
    return { policyId: policy };
  },
});

export const ownPolicyRoutes: RouteModule = {
  name: "adjustment policies",
  routes: [list, add, end],
  problems: {
    payer_unknown: { status: 422, title: "The practice has no payer of this id" },
    patient_never_owes_this: {
      status: 422,
      title: "CO, PI and OA amounts are not billed to the patient by a rule",
    },
    patient_share_not_written_off: {
      status: 422,
      title: "The patient's share is not written off by a rule",
    },
    policy_days_overlap: {
      status: 409,
      title: "A row for this payer, group and reason holds on one of these days already",
    },
    policy_days_reversed: { status: 422, title: "The last day does not fit the row's days" },
  },
};
