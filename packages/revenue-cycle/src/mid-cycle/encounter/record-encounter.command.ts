import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ChargeItem } from "../../masters/charge-master/price.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { type ChargeFault, decideCharges, tidyEncounter } from "../charge/decide-charges.ts";
import {
  closeWithoutCharge,
  findEncounter,
  insertEncounter,
  replaceCharges,
  updateEncounter,
} from "./encounter.store.ts";
import type { EncounterAnswer, EncounterDraft } from "./encounter-answers.ts";

export type EncounterResult =
  | { readonly is: "recorded"; readonly encounter: EncounterAnswer }
  | { readonly is: "invalid"; readonly faults: readonly ChargeFault[] }
  | { readonly is: "refused"; readonly code: EncounterRefusal };

export type EncounterRefusal =
  | "not_found"
  | "revision_changed"
  | "encounter_charged"
  | "appointment_has_encounter"
  | "encounter_reference_unknown";

/** Records a visit with its diagnoses and charges; prices come from the charge master unless typed. */
export async function recordEncounter(
  transaction: PracticeTransaction,
  typed: EncounterDraft,
): Promise<EncounterResult> {
  const decided = await decide(transaction, typed);
  if (decided.is !== "decided") return decided;
  const encounterId = await insertEncounter(transaction, decided.draft, decided);
  if (encounterId === undefined) return { is: "refused", code: "appointment_has_encounter" };
  await appendEvents(transaction, [encounterEvent("encounter-recorded", encounterId, decided)]);
  return found(transaction, encounterId);
}

/** Describes a visit anew while it is not charged and has the revision that was seen. */
export async function changeEncounter(
  transaction: PracticeTransaction,
  encounterId: number,
  change: { readonly typed: EncounterDraft; readonly revision: number },
): Promise<EncounterResult> {
  const decided = await decide(transaction, change.typed);
  if (decided.is !== "decided") return decided;
  const { draft } = decided;
  const isChanged = await updateEncounter(transaction, encounterId, {
    draft,
    revision: change.revision,
  });
  if (!isChanged) return refusal(transaction, encounterId);
  await replaceCharges(transaction, encounterId, decided);
  await appendEvents(transaction, [encounterEvent("encounter-changed", encounterId, decided)]);
  return found(transaction, encounterId);
}

/** Says that a visit has nothing to charge, and why. */
export async function waiveCharge(
  transaction: PracticeTransaction,
  encounterId: number,
  close: { readonly reason: string; readonly revision: number },
): Promise<EncounterResult> {
  const isClosed = await closeWithoutCharge(transaction, encounterId, close);
  if (!isClosed) return refusal(transaction, encounterId);
  await appendEvents(transaction, [
    { kind: "encounter-not-charged", subjectKind: "encounter", subjectId: encounterId },
  ]);
  return found(transaction, encounterId);
}

type Decided = {
  readonly is: "decided";
  readonly draft: EncounterDraft;
} & Omit<Extract<ReturnType<typeof decideCharges>, { is: "charges" }>, "is">;

async function decide(
  transaction: PracticeTransaction,
  typed: EncounterDraft,
): Promise<Decided | Exclude<EncounterResult, { is: "recorded" }>> {
  const draft = tidyEncounter(typed);
  const { isKnown, prices } = await groundsOf(transaction, draft);
  if (!isKnown) return { is: "refused", code: "encounter_reference_unknown" };
  const decided = decideCharges(draft, prices);
  if (decided.is === "invalid") return decided;
  return { is: "decided", draft, diagnoses: decided.diagnoses, lines: decided.lines };
}

type Grounds = {
  /** Whether patient, facility and providers are the practice's. */
  readonly isKnown: boolean;
  readonly prices: readonly ChargeItem[];
};

/** What charges are decided from, in one statement. */
async function groundsOf(
  transaction: PracticeTransaction,
  draft: EncounterDraft,
): Promise<Grounds> {
  const providers = [
    draft.renderingProviderId,
    draft.billingProviderId,
    draft.referringProviderId,
    draft.supervisingProviderId,
  ].filter((id) => id !== null);
  const { practiceId } = transaction;
  const codes = draft.lines.map((line) => line.procedureCode);
  return transaction.one<Grounds>(sql`
    select exists (select from patients
        where practice_id = ${practiceId} and patient_id = ${draft.patientId})
      and (${draft.facilityId}::bigint is null or exists (select from facilities
        where practice_id = ${practiceId} and facility_id = ${draft.facilityId}))
      and (select count(*) from providers where practice_id = ${practiceId}
        and provider_id = any (${providers}::bigint[])) = ${new Set(providers).size} as "isKnown",
      (select coalesce(json_agg(json_strip_nulls(json_build_object('id', charge_item_id,
          'procedureCode', procedure_code, 'modifiers', modifiers, 'priceCents', price_cents,
          'effectiveFrom', effective_from, 'effectiveTo', effective_to))), '[]')
        from charge_items where practice_id = ${practiceId}
        and procedure_code = any (${codes}::text[])) as prices`);
}

async function refusal(
  transaction: PracticeTransaction,
  encounterId: number,
): Promise<EncounterResult> {
  const known = await findEncounter(transaction, encounterId);
  if (known === undefined) return { is: "refused", code: "not_found" };
  const code = known.state === "charged" ? "encounter_charged" : "revision_changed";
  return { is: "refused", code };
}

async function found(
  transaction: PracticeTransaction,
  encounterId: number,
): Promise<EncounterResult> {
  const encounter = await findEncounter(transaction, encounterId);
  if (encounter === undefined) return { is: "refused", code: "not_found" };
  return { is: "recorded", encounter };
}

function encounterEvent(kind: string, encounterId: number, { draft, lines }: Decided) {
  return {
    kind,
    subjectKind: "encounter",
    subjectId: encounterId,
    effectiveOn: draft.serviceFrom,
    change: {
      lines: lines.length,
      cents: lines.reduce((sum, line) => sum + line.chargedCents, 0),
    },
  };
}
