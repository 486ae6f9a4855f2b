import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ImportTable } from "../csv/read-import-table.ts";
import type { ImportPlan } from "../import-preview.ts";
import { statedText } from "../master-faults.ts";
import type { RecordResult } from "../record-result.ts";
import {
  insertRevised,
  insertRevisedRows,
  type RevisedTable,
  type RowChange,
  updateRevised,
  updateRevisedRows,
} from "../revised-row.store.ts";
import { type PayerDraft, payerFaultsOf, tidyPayer } from "./decide-payer.ts";
import { planPayers } from "./import-payers.ts";
import { findDirectoryRow } from "./list-directory.query.ts";
import { allPayers, findPayer } from "./list-payers.query.ts";
import { payerByName, payerIdentifierKey } from "./payer.ts";
import type { DirectoryRow, PayerAnswer } from "./payer-answers.ts";

const payers: RevisedTable = {
  table: "payers",
  idColumn: "payer_id",
  noun: "payer",
  told: [
    "identifier_key",
    "directory_id",
    "line_of_business",
    "filing_indicator",
    "claim_route",
    "connection_name",
  ],
};

type Result = RecordResult<
  PayerAnswer,
  "payer_taken" | "payer_identifier_fixed" | "not_found" | "revision_changed"
>;

/** Adds a payer; an identifier, or a name without one, stands for one payer of the practice. */
export async function addPayer(
  transaction: PracticeTransaction,
  typed: PayerDraft,
): Promise<Result> {
  const draft = tidyPayer(typed);
  const faults = payerFaultsOf(draft);
  if (faults.length > 0) return { is: "invalid", faults };
  const added = await insertRevised(transaction, payers, valuesOf(draft));
  if (added === "taken") return { is: "refused", code: "payer_taken" };
  return recorded(transaction, added.id);
}

/**
 * Changes a payer if it still has the revision that was seen. An identifier can be given to a payer
 * that has none and stays afterwards: files find the payer by it.
 */
export async function changePayer(
  transaction: PracticeTransaction,
  payerId: number,
  change: { readonly typed: PayerDraft; readonly revision: number },
): Promise<Result> {
  const draft = tidyPayer(change.typed);
  const faults = payerFaultsOf(draft);
  if (faults.length > 0) return { is: "invalid", faults };
  const known = await findPayer(transaction, payerId);
  if (known === undefined) return { is: "refused", code: "not_found" };
  const { identifier, identifier_key, ...others } = valuesOf(draft);
  const isGiven = known.identifier === null && identifier !== null;
  if (!isGiven && identifier !== known.identifier) {
    return { is: "refused", code: "payer_identifier_fixed" };
  }
  const values = isGiven ? { ...others, identifier, identifier_key } : others;
  const wanted = { id: payerId, revision: change.revision, values };
  const outcome = await updateRevised(transaction, payers, wanted);
  if (outcome === "changed") return recorded(transaction, payerId);
  return { is: "refused", code: outcome === "taken" ? "payer_taken" : outcome };
}

/**
 * Takes a payer over from the directory. One that the practice has by the same identifier is linked
 * to it and keeps what people have stated of it.
 */
export async function copyPayerFromDirectory(
  transaction: PracticeTransaction,
  directoryId: number,
): Promise<Result> {
  const listed = await findDirectoryRow(transaction, directoryId);
  if (listed === undefined) return { is: "refused", code: "not_found" };
  const key = payerIdentifierKey(listed.identifier);
  const known = (await allPayers(transaction)).find((payer) => payer.key === key);
  if (known === undefined) {
    const added = await insertRevised(transaction, payers, {
      identifier_key: key,
      identifier: listed.identifier,
      name: listed.name,
      ...listedValues(listed),
    });
    if (added === "taken") return { is: "refused", code: "payer_taken" };
    return recorded(transaction, added.id);
  }
  const values = {
    directory_id: listed.id,
    line_of_business: known.lineOfBusiness ?? listed.lineOfBusiness,
    filing_indicator: known.filingIndicator ?? listed.filingIndicator,
  };
  const wanted = { id: known.id, revision: known.revision, values };
  const outcome = await updateRevised(transaction, payers, wanted);
  if (outcome === "changed") return recorded(transaction, known.id);
  return { is: "refused", code: outcome === "taken" ? "payer_taken" : outcome };
}

function listedValues(listed: DirectoryRow) {
  return {
    directory_id: listed.id,
    line_of_business: listed.lineOfBusiness,
    filing_indicator: listed.filingIndicator,
  };
}

type PayerImport = ImportPlan<PayerDraft, PayerAnswer>;

/** Decides on the rows of a list of payers from what stands on file. */
export async function planPayerImport(
  transaction: PracticeTransaction,
  table: ImportTable,
): Promise<PayerImport> {
  return planPayers(table, await allPayers(transaction));
}

/** Writes the confirmed rows of a list of payers; false when one was changed meanwhile. */
export async function writePayerImport(
  transaction: PracticeTransaction,
  writes: PayerImport["writes"],
): Promise<boolean> {
  const added: ReturnType<typeof valuesOf>[] = [];
  const changes: RowChange[] = [];
  for (const { draft, known } of writes) {
    if (known === undefined) added.push(valuesOf(draft));
    else {
      const { identifier: _, identifier_key: __, ...values } = valuesOf(draft);
      const before = {
        line_of_business: known.lineOfBusiness,
        filing_indicator: known.filingIndicator,
        claim_route: known.claimRoute,
        connection_name: known.connectionName,
      };
      changes.push({ id: known.id, revision: known.revision, before, values });
    }
  }
  await insertRevisedRows(transaction, payers, added);
  return updateRevisedRows(transaction, payers, changes);
}

async function recorded(transaction: PracticeTransaction, payerId: number): Promise<Result> {
  const answer = await findPayer(transaction, payerId);
  return answer === undefined ? { is: "refused", code: "not_found" } : { is: "recorded", answer };
}

function valuesOf(draft: PayerDraft) {
  const key =
    draft.identifier === ""
      ? payerByName(draft.name).identifierKey
      : payerIdentifierKey(draft.identifier);
  return {
    identifier_key: key,
    identifier: statedText(draft.identifier),
    name: draft.name,
    line_of_business: statedText(draft.lineOfBusiness),
    filing_indicator: statedText(draft.filingIndicator),
    claim_route: draft.claimRoute,
    connection_name: statedText(draft.connectionName),
    address_line1: statedText(draft.addressLine1),
    address_line2: statedText(draft.addressLine2),
    city: statedText(draft.city),
    state: statedText(draft.state),
    postal_code: statedText(draft.postalCode),
    phone: statedText(draft.phone),
  };
}
