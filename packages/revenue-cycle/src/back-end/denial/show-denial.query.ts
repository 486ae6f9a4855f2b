import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, instantText, patientName } from "../../masters/answer-columns.query.ts";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import type { ClaimDenial } from "../../mid-cycle/claim/claim-answers.ts";
import { claimDenials } from "../../mid-cycle/claim/claim-denials.query.ts";
import { postingFacts } from "../posting/posting-facts.store.ts";
import { appealLevels } from "./appeal-levels.ts";
import { classifyDenial } from "./classify-denial.ts";
import type { DenialCaseAnswer, StepAnswer } from "./denial-answers.ts";
import { claimOfDenial, loadCase } from "./denial-case.store.ts";
import type { DenialFacts } from "./denial-facts.ts";
import { draftLetter } from "./draft-letter.ts";

type CaseClaim = DenialCaseAnswer["claim"] & { readonly memberId: string | null };

/** A denial with the others of its claim, what was done about them and what may be done. */
export async function showDenial(
  transaction: PracticeTransaction,
  denialId: number,
  practice: { readonly name: string; readonly today: string },
): Promise<DenialCaseAnswer | undefined> {
  const claimId = await claimOfDenial(transaction, denialId);
  if (claimId === undefined) return undefined;
  const stored = await loadCase(transaction, claimId, "show");
  if (stored === undefined) return undefined;
  const { memberId, ...claim } = await caseClaim(transaction, claimId);
  const facts = await postingFacts();
  const denials = await claimDenials(transaction, claimId, await loadCodeLabels());
  const open = denials.filter(({ state }) => state === "open");
  return {
    denialId,
    claim,
    denials: denials.map((denial) => ({ ...denial, deadline: deadlineOf(denial, facts.denial) })),
    openCents: open.reduce((sum, { cents }) => sum + cents, 0),
    deadline: stored.deadline ?? null,
    work: stored.work?.state === "open" ? stored.work : null,
    actions: [...stored.actions],
    levels: appealLevels(stored.filingIndicator).map((level) => ({ ...level })),
    mending: stored.mending ?? null,
    letter: draftLetter({
      ...{ today: practice.today, practice: practice.name, payer: claim.payer },
      patient: claim.patientName === "" ? undefined : claim.patientName,
      memberId: memberId ?? undefined,
      patientControlNumber: claim.patientControlNumber,
      payerClaimControlNumber: claim.payerClaimControlNumber ?? undefined,
      serviceFrom: claim.serviceFrom ?? undefined,
      denials: open.map(letterLine),
    }),
    steps: await listSteps(transaction, claimId),
    evidence: denials.filter(({ id }) => id === denialId).map(({ source }) => source),
    revision: stored.work?.revision ?? 0,
  };
}

function letterLine(denial: ClaimDenial) {
  const { procedureCode, cents, deniedOn, groupCode, reasonCode, remarkCodes, words } = denial;
  return {
    ...{ cents, deniedOn, procedureCode: procedureCode ?? undefined },
    codes: [`${groupCode}-${reasonCode}`, ...remarkCodes].join(" "),
    reason: words.reason,
  };
}

/** The rule that names the last day, as it was in force when the payer refused. */
function deadlineOf(denial: ClaimDenial, facts: DenialFacts) {
  const { groupCode, reasonCode, remarkCodes, cents, deniedOn } = denial;
  const { deadline, rule } = classifyDenial(
    { groupCode, reasonCode, remarkCodes, cents, on: deniedOn, treatment: "denial" },
    facts,
  );
  if (deadline === undefined) return null;
  return {
    ...deadline,
    rule: rule
      ? [rule.groupCode, rule.reasonCode, rule.remarkCode].filter(Boolean).join(" ")
      : "unknown",
    note: rule?.note || null,
    source: rule?.source ?? null,
  };
}

function caseClaim(transaction: PracticeTransaction, claimId: number): Promise<CaseClaim> {
  return transaction.one<CaseClaim>(sql`
    select c.claim_id as id, c.patient_control_number as "patientControlNumber",
      c.patient_id as "patientId", ${patientName} as "patientName", payer.name as payer,
      c.service_from as "serviceFrom", c.state, c.member_id as "memberId",
      c.payer_claim_control_number as "payerClaimControlNumber"
    from claims c
    join patients p on p.practice_id = c.practice_id and p.patient_id = c.patient_id
    join payers payer on payer.practice_id = c.practice_id and payer.payer_id = c.payer_id
    where c.practice_id = ${transaction.practiceId} and c.claim_id = ${claimId}`);
}

function listSteps(transaction: PracticeTransaction, claimId: number): Promise<StepAnswer[]> {
  return transaction.query<StepAnswer>(sql`
    select denial_step_id as id, kind, taken_on as "takenOn", next_action_on as "nextActionOn",
      level, letter, reason, ${actorName(sql`actor`)} as actor,
      ${instantText(sql`recorded_at`)} as "recordedAt",
      ${instantText(sql`undone_at`)} as "undoneAt"
    from denial_steps
    where practice_id = ${transaction.practiceId} and claim_id = ${claimId}
    order by denial_step_id desc`);
}
