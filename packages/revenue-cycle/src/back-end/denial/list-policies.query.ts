import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { postingFacts } from "../posting/posting-facts.store.ts";
import { loadOwnPolicies } from "./own-policy.store.ts";
import type { AdjustmentPolicyRow } from "./own-policy-answers.ts";

/** Every row by which adjustments are read: the practice's own first, then the common table's. */
export async function listPolicies(
  transaction: PracticeTransaction,
): Promise<AdjustmentPolicyRow[]> {
  const own = await loadOwnPolicies(transaction);
  const { policies } = (await postingFacts()).denial;
  return [
    ...own.map((row) => ({
      id: row.policyId,
      payer: row.payer ?? null,
      groupCode: row.groupCode,
      reasonCode: row.reasonCode,
      remarkCode: null,
      filingIndicator: null,
      condition: null,
      treatment: row.treatment,
      note: row.note,
      effectiveFrom: row.effectiveFrom,
      effectiveTo: row.effectiveTo ?? null,
      source: row.recordedBy,
      revision: row.revision,
    })),
    ...[...policies.values()].flat().map((row) => ({
      id: null,
      payer: null,
      groupCode: row.groupCode ?? null,
      reasonCode: row.reasonCode ?? null,
      remarkCode: row.remarkCode ?? null,
      filingIndicator: row.filingIndicator ?? null,
      condition: row.condition ?? null,
      treatment: row.treatment,
      note: row.note,
      effectiveFrom: row.effectiveFrom,
      effectiveTo: row.effectiveTo ?? null,
      source: row.source,
      revision: null,
    })),
  ];
}
