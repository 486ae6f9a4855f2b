import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { codeOn } from "../code-set/find-codes.query.ts";
import { statedText } from "../master-faults.ts";
import type { RecordResult } from "../record-result.ts";
import { insertRevised, type RevisedTable, updateRevised } from "../revised-row.store.ts";
import {
  type FacilityDraft,
  facilityFaultsOf,
  type PlaceOfServiceStanding,
  tidyFacility,
} from "./decide-facility.ts";
import type { FacilityAnswer } from "./facility-answers.ts";
import { findFacility } from "./list-facilities.query.ts";

const facilities: RevisedTable = {
  table: "facilities",
  idColumn: "facility_id",
  noun: "facility",
  told: ["npi", "place_of_service", "clia_number", "effective_from", "effective_to"],
};

type Result = RecordResult<FacilityAnswer, "facility_taken" | "not_found" | "revision_changed">;

/** Adds a facility; a name stands for one facility of the practice. `today` is the business date. */
export async function addFacility(
  transaction: PracticeTransaction,
  typed: FacilityDraft,
  today: string,
): Promise<Result> {
  const draft = tidyFacility(typed);
  const faults = facilityFaultsOf(draft, await placeStanding(transaction, draft, today));
  if (faults.length > 0) return { is: "invalid", faults };
  const added = await insertRevised(transaction, facilities, valuesOf(draft));
  if (added === "taken") return { is: "refused", code: "facility_taken" };
  return recorded(transaction, added.id);
}

/** Changes a facility if it still has the revision that was seen. */
export async function changeFacility(
  transaction: PracticeTransaction,
  facilityId: number,
  change: { readonly typed: FacilityDraft; readonly revision: number; readonly today: string },
): Promise<Result> {
  const draft = tidyFacility(change.typed);
  const faults = facilityFaultsOf(draft, await placeStanding(transaction, draft, change.today));
  if (faults.length > 0) return { is: "invalid", faults };
  const values = valuesOf(draft);
  const wanted = { id: facilityId, revision: change.revision, values };
  const outcome = await updateRevised(transaction, facilities, wanted);
  if (outcome === "changed") return recorded(transaction, facilityId);
  return { is: "refused", code: outcome === "taken" ? "facility_taken" : outcome };
}

async function recorded(transaction: PracticeTransaction, facilityId: number): Promise<Result> {
  const answer = await findFacility(transaction, facilityId);
  return answer === undefined ? { is: "refused", code: "not_found" } : { is: "recorded", answer };
}

async function placeStanding(
  transaction: PracticeTransaction,
  draft: FacilityDraft,
  today: string,
): Promise<PlaceOfServiceStanding> {
  const question = { codeSet: "place-of-service", code: draft.placeOfService, on: today } as const;
  const answer = await codeOn(transaction, question);
  return answer.is === "found" ? "known" : answer.is;
}

function valuesOf(draft: FacilityDraft) {
  return {
    name: draft.name,
    npi: statedText(draft.npi),
    place_of_service: draft.placeOfService,
    clia_number: statedText(draft.cliaNumber),
    address_line1: statedText(draft.addressLine1),
    address_line2: statedText(draft.addressLine2),
    city: statedText(draft.city),
    state: statedText(draft.state),
    postal_code: statedText(draft.postalCode),
    phone: statedText(draft.phone),
    effective_from: statedText(draft.effectiveFrom),
    effective_to: statedText(draft.effectiveTo),
  };
}
