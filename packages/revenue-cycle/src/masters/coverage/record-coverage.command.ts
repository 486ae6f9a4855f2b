import { identifier, join, type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { memberIdKey } from "../identifier-key.ts";
import { appendMasterEvents } from "../master-event.store.ts";
import { isLineOfBusiness } from "../payer/filing-indicator.ts";
import { coveragesOf, findCoverage } from "./coverage.store.ts";
import type { CoverageAnswer } from "./coverage-answers.ts";
import {
  type CoverageDraft,
  type CoverageFault,
  type CoverageOverlap,
  type CoveragePayer,
  coverageFaultsOf,
  overlapsOf,
  type RankedDays,
  tidyCoverage,
} from "./decide-coverage.ts";

export type CoverageResult =
  | { readonly is: "recorded"; readonly coverage: CoverageAnswer }
  | { readonly is: "invalid"; readonly faults: readonly CoverageFault[] }
  /** Another coverage of the patient stands at the same place on one day. */
  | { readonly is: "overlap"; readonly overlaps: readonly CoverageOverlap[] }
  | { readonly is: "refused"; readonly code: "not_found" | "revision_changed" };

type Wanted = { readonly typed: CoverageDraft; readonly today: string };

/** Adds a coverage of a patient. In an overlap the newcomer's id is 0. */
export async function addCoverage(
  transaction: PracticeTransaction,
  patientId: number,
  { typed, today }: Wanted,
): Promise<CoverageResult> {
  const draft = tidyCoverage(typed);
  if (!(await lockPatient(transaction, patientId))) return { is: "refused", code: "not_found" };
  const faults = await faultsOf(transaction, draft, today);
  if (faults.length > 0) return { is: "invalid", faults };
  const known = await coveragesOf(transaction, patientId);
  const overlaps = overlapsOf([...known, rankedDays(0, draft)]).filter(({ ids }) =>
    ids.includes(0),
  );
  if (overlaps.length > 0) return { is: "overlap", overlaps };
  const values = Object.entries(valuesOf(draft));
  const { id } = await transaction.one<{ id: number }>(sql`
    insert into coverages (practice_id, patient_id, ${join(values.map(([column]) => identifier(column)))})
    values (${transaction.practiceId}, ${patientId}, ${join(values.map(([, value]) => sql`${value}`))})
    returning coverage_id as id`);
  await tell(transaction, { kind: "coverage-added", patientId, coverageIds: [id] });
  return recorded(transaction, id);
}

/** Changes a coverage if it still has the revision that was seen; a last day ends it. */
export async function changeCoverage(
  transaction: PracticeTransaction,
  of: { readonly patientId: number; readonly coverageId: number; readonly revision: number },
  { typed, today }: Wanted,
): Promise<CoverageResult> {
  const { patientId, coverageId } = of;
  const draft = tidyCoverage(typed);
  await lockPatient(transaction, patientId);
  const known = await coveragesOf(transaction, patientId);
  const before = known.find(({ id }) => id === coverageId);
  if (before === undefined) return { is: "refused", code: "not_found" };
  if (before.revision !== of.revision) return { is: "refused", code: "revision_changed" };
  const faults = await faultsOf(transaction, draft, today);
  if (faults.length > 0) return { is: "invalid", faults };
  const others = known.filter(({ id }) => id !== coverageId);
  const overlaps = overlapsOf([...others, rankedDays(coverageId, draft)]).filter(({ ids }) =>
    ids.includes(coverageId),
  );
  if (overlaps.length > 0) return { is: "overlap", overlaps };
  const assignments = Object.entries(valuesOf(draft)).map(
    ([column, value]) => sql`${identifier(column)} = ${value}`,
  );
  await update(transaction, { coverageId, revision: of.revision, assignments });
  await tell(transaction, { kind: "coverage-changed", patientId, coverageIds: [coverageId] });
  return recorded(transaction, coverageId);
}

/** Puts coverages of a patient in the order in which they are billed, all at once. */
export async function orderCoverages(
  transaction: PracticeTransaction,
  patientId: number,
  order: readonly { readonly id: number; readonly revision: number }[],
): Promise<Exclude<CoverageResult, { is: "recorded" }> | { readonly is: "ordered" }> {
  await lockPatient(transaction, patientId);
  const known = await coveragesOf(transaction, patientId);
  const ranks = new Map(order.map(({ id }, at) => [id, at + 1]));
  for (const { id, revision } of order) {
    const coverage = known.find((one) => one.id === id);
    if (coverage === undefined) return { is: "refused", code: "not_found" };
    if (coverage.revision !== revision) return { is: "refused", code: "revision_changed" };
  }
  const ordered = known.map((one) => ({ ...one, rank: ranks.get(one.id) ?? one.rank }));
  const overlaps = overlapsOf(ordered);
  if (overlaps.length > 0) return { is: "overlap", overlaps };
  for (const { id, revision } of order) {
    const assignments = [sql`rank = ${ranks.get(id) ?? 1}`];
    await update(transaction, { coverageId: id, revision, assignments });
  }
  await tell(transaction, {
    kind: "coverages-ordered",
    patientId,
    coverageIds: order.map(({ id }) => id),
  });
  return { is: "ordered" };
}

/** Coverages of one patient are changed by one person at a time: their order is decided as a whole. */
async function lockPatient(transaction: PracticeTransaction, patientId: number): Promise<boolean> {
  const found = await transaction.maybeOne(sql`
    select 1 from patients
    where practice_id = ${transaction.practiceId} and patient_id = ${patientId}
      and merged_into is null for update`);
  return found !== undefined;
}

type Update = {
  readonly coverageId: number;
  readonly revision: number;
  readonly assignments: readonly Sql[];
};

async function update(
  transaction: PracticeTransaction,
  { coverageId, revision, assignments }: Update,
): Promise<void> {
  await transaction.execute(sql`
    update coverages set ${join(assignments)}, revision = revision + 1
    where practice_id = ${transaction.practiceId} and coverage_id = ${coverageId}
      and revision = ${revision}`);
}

async function faultsOf(
  transaction: PracticeTransaction,
  draft: CoverageDraft,
  today: string,
): Promise<CoverageFault[]> {
  const payer = await payerOf(transaction, draft);
  if (payer === undefined) return [{ field: "payerId", code: "PAYER_UNKNOWN" }];
  return coverageFaultsOf(draft, payer, today);
}

async function payerOf(
  transaction: PracticeTransaction,
  draft: CoverageDraft,
): Promise<CoveragePayer | undefined> {
  const { practiceId } = transaction;
  const found = await transaction.maybeOne<{
    line: string | null;
    indicator: string | null;
    planId: number | null;
  }>(sql`
    select payer.line_of_business as line, plan.plan_id as "planId",
      coalesce(plan.filing_indicator, payer.filing_indicator) as indicator
    from payers payer
    left join plans plan on plan.practice_id = payer.practice_id and plan.payer_id = payer.payer_id
      and plan.plan_id = ${draft.planId}
    where payer.practice_id = ${practiceId} and payer.payer_id = ${draft.payerId}`);
  if (found === undefined) return undefined;
  const { line, indicator, planId } = found;
  return {
    lineOfBusiness: line !== null && isLineOfBusiness(line) ? line : undefined,
    filingIndicator: indicator ?? undefined,
    planIsOfPayer: draft.planId === null || planId === draft.planId,
  };
}

function rankedDays(id: number, draft: CoverageDraft): RankedDays {
  return {
    id,
    rank: draft.rank,
    effectiveFrom: draft.effectiveFrom || null,
    effectiveTo: draft.effectiveTo || null,
  };
}

async function tell(
  transaction: PracticeTransaction,
  news: {
    readonly kind: string;
    readonly patientId: number;
    readonly coverageIds: readonly number[];
  },
): Promise<void> {
  const { kind, patientId, coverageIds } = news;
  await appendMasterEvents(transaction, [
    {
      kind,
      subjectKind: "patient",
      subjectId: patientId,
      change: { coverageIds },
    },
  ]);
}

async function recorded(
  transaction: PracticeTransaction,
  coverageId: number,
): Promise<CoverageResult> {
  const coverage = await findCoverage(transaction, coverageId);
  if (coverage === undefined) return { is: "refused", code: "not_found" };
  return { is: "recorded", coverage };
}

function valuesOf(draft: CoverageDraft): Record<string, string | number | null> {
  const stated = (text: string) => (text === "" ? null : text);
  return {
    payer_id: draft.payerId,
    plan_id: draft.planId,
    rank: draft.rank,
    member_id: draft.memberId,
    member_id_key: memberIdKey(draft.memberId) ?? "",
    group_number: stated(draft.groupNumber),
    group_name: stated(draft.groupName),
    filing_indicator: stated(draft.filingIndicator),
    medicare_secondary_type: stated(draft.medicareSecondaryType),
    relationship: draft.relationship,
    subscriber_last_name: stated(draft.subscriberLastName),
    subscriber_first_name: stated(draft.subscriberFirstName),
    subscriber_middle_name: stated(draft.subscriberMiddleName),
    subscriber_suffix: stated(draft.subscriberSuffix),
    subscriber_date_of_birth: stated(draft.subscriberDateOfBirth),
    subscriber_gender: stated(draft.subscriberGender),
    subscriber_address_line1: stated(draft.subscriberAddressLine1),
    subscriber_address_line2: stated(draft.subscriberAddressLine2),
    subscriber_city: stated(draft.subscriberCity),
    subscriber_state: stated(draft.subscriberState),
    subscriber_postal_code: stated(draft.subscriberPostalCode),
    casualty_claim_number: stated(draft.casualtyClaimNumber),
    effective_from: stated(draft.effectiveFrom),
    effective_to: stated(draft.effectiveTo),
  };
}
