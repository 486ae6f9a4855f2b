import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { moneyReasonSchema } from "../../books/approval/approval-answers.ts";
import { idQuery } from "../../masters/list-query.ts";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import { remittanceSchema } from "../remittance/remittance-answers.ts";
import { showRemittance } from "../remittance/show-remittance.query.ts";
import { requestUnbalanced, type UnbalancedRefusal } from "./post-unbalanced.command.ts";
import { takeBackRemittance } from "./take-back-remittance.command.ts";

const params = z.object({ remittance: idQuery });
const body = z.strictObject({ reason: moneyReasonSchema });

const request = practiceRoute({
  method: "POST",
  url: "/remittances/:remittance/posting-request",
  summary: "Ask a second person to post a remittance that does not add up, as it is",
  status: 201,
  permission: "remittance.write",
  audit: { action: "create", category: "approval" },
  schema: { params, body, response: z.object({ approvalId: z.int() }) },
  handler: async ({ transaction, practice, params: { remittance }, body: { reason }, audits }) => {
    const asked = await requestUnbalanced(transaction, remittance, {
      reason,
      today: practice.today,
    });
    if (asked.is === "refused") throw problem(problemOf[asked.code]);
    audits("remittance", [remittance]);
    audits("approval", [asked.approvalId]);
    return { approvalId: asked.approvalId };
  },
});

const takeBack = practiceRoute({
  method: "POST",
  url: "/remittances/:remittance/take-back",
  summary: "Take back a remittance that was posted although it does not add up",
  permission: "money.approve",
  audit: { action: "change", category: "remittance" },
  schema: { params, body, response: remittanceSchema },
  handler: async ({ transaction, params: { remittance }, body: { reason }, audits }) => {
    const refusal = await takeBackRemittance(transaction, remittance, reason);
    if (refusal === "remittance_unknown") throw problem("not_found");
    if (refusal !== undefined) throw problem(refusal);
    audits("remittance", [remittance]);
    const shown = await showRemittance(transaction, remittance, await loadCodeLabels());
    if (shown === undefined) throw problem("not_found");
    return shown;
  },
});

const problemOf = {
  remittance_unknown: "not_found",
  remittance_not_quarantined: "remittance_not_quarantined",
  remittance_without_money: "remittance_without_money",
  payment_already_posted: "trace_already_posted",
  approval_waiting: "approval_waiting",
} as const satisfies Readonly<Record<UnbalancedRefusal, string>>;

export const unbalancedRoutes: RouteModule = {
  name: "remittances out of balance",
  routes: [request, takeBack],
  problems: {
    remittance_not_quarantined: { status: 409, title: "The remittance is not quarantined" },
    remittance_without_money: {
      status: 409,
      title: "The remittance only announces payments, so there is nothing to post",
    },
    trace_already_posted: {
      status: 409,
      title: "A payment of this trace number is posted already",
    },
    approval_waiting: { status: 409, title: "The same was asked for and waits for its approval" },
    remittance_not_by_approval: {
      status: 409,
      title: "Only what two people posted out of balance is taken back whole",
    },
  },
};
