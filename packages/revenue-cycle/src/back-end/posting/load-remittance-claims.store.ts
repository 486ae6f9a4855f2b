import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { KeptAdjustment } from "../remittance/record-remittance-claims.store.ts";
import { groupRows } from "./group-rows.ts";
import type { TreatedAdjustment, TreatedClaim, TreatedLine, Treatment } from "./posting.ts";

/** A row of `remittance_claims`. */
export type StoredClaimRow = {
  remittance_id: number;
  claim_number: number;
  claim_id: number | null;
  outcome: string;
  patient_control_number: string;
  status_code: string;
  charged_cents: number;
  paid_cents: number;
  patient_responsibility_cents: number | null;
  filing_indicator: string | null;
  payer_claim_control_number: string | null;
  patient_last_name: string | null;
  patient_first_name: string | null;
  member_id: string | null;
  rendering_npi: string | null;
  service_from: string | null;
  service_through: string | null;
  remark_codes: string[];
  segment_from: number;
  segment_to: number;
  byte_from: number;
  byte_to: number;
  adjustments: readonly KeptAdjustment<Treatment>[];
};

type StoredLineRow = {
  remittance_id: number;
  claim_number: number;
  remittance_line_number: number;
  line_item_control_number: string | null;
  procedure_code: string | null;
  modifiers: string[];
  submitted_procedure_code: string | null;
  revenue_code: string | null;
  charged_cents: number;
  paid_cents: number;
  allowed_cents: number | null;
  units: string | null;
  service_from: string | null;
  service_through: string | null;
  remark_codes: string[];
  segment_from: number;
  segment_to: number;
};

/** Reads stored remittance claims with their lines and adjustments, in the order of the rows. */
export async function readStoredClaims(
  transaction: Pick<PracticeTransaction, "query" | "practiceId">,
  rows: readonly StoredClaimRow[],
): Promise<TreatedClaim[]> {
  if (rows.length === 0) return [];
  const { practiceId } = transaction;
  const wanted = sql`unnest(${rows.map((row) => row.remittance_id)}::bigint[],
    ${rows.map((row) => row.claim_number)}::integer[]) as wanted (remittance_id, claim_number)`;
  const lines = await transaction.query<StoredLineRow>(sql`
    select l.* from ${wanted} join remittance_lines l using (remittance_id, claim_number)
    where l.practice_id = ${practiceId} order by l.remittance_line_number`);
  const keyOf = (row: { remittance_id: number; claim_number: number }) =>
    `${row.remittance_id}:${row.claim_number}`;
  const linesByClaim = groupRows(lines, keyOf);
  return rows.map((row) => {
    const key = keyOf(row);
    const ofLine = (number: number) =>
      row.adjustments.filter(([line]) => line === number).map(toAdjustment);
    const claimLines = (linesByClaim.get(key) ?? []).map((line) =>
      toLine(line, ofLine(line.remittance_line_number)),
    );
    return toClaim(row, ofLine(0), claimLines);
  });
}

function toAdjustment(kept: KeptAdjustment<Treatment>): TreatedAdjustment {
  const [, groupCode, reasonCode, cents, treatment, quantity] = kept;
  return { groupCode, reasonCode, cents, quantity, treatment };
}

function toLine(row: StoredLineRow, adjustments: readonly TreatedAdjustment[]): TreatedLine {
  return {
    number: row.remittance_line_number,
    chargedCents: row.charged_cents,
    paidCents: row.paid_cents,
    lineItemControlNumber: row.line_item_control_number ?? undefined,
    procedureCode: row.procedure_code ?? undefined,
    modifiers: row.modifiers,
    submittedProcedureCode: row.submitted_procedure_code ?? undefined,
    revenueCode: row.revenue_code ?? undefined,
    allowedCents: row.allowed_cents ?? undefined,
    units: row.units ?? undefined,
    serviceFrom: row.service_from ?? undefined,
    serviceThrough: row.service_through ?? undefined,
    remarkCodes: row.remark_codes,
    adjustments,
    segmentFrom: row.segment_from,
    segmentTo: row.segment_to,
  };
}

function toClaim(
  row: StoredClaimRow,
  adjustments: readonly TreatedAdjustment[],
  lines: readonly TreatedLine[],
): TreatedClaim {
  return {
    number: row.claim_number,
    patientControlNumber: row.patient_control_number,
    statusCode: row.status_code,
    chargedCents: row.charged_cents,
    paidCents: row.paid_cents,
    patientResponsibilityCents: row.patient_responsibility_cents ?? undefined,
    filingIndicator: row.filing_indicator ?? undefined,
    payerClaimControlNumber: row.payer_claim_control_number ?? undefined,
    patientLastName: row.patient_last_name ?? undefined,
    patientFirstName: row.patient_first_name ?? undefined,
    memberId: row.member_id ?? undefined,
    renderingNpi: row.rendering_npi ?? undefined,
    serviceFrom: row.service_from ?? undefined,
    serviceThrough: row.service_through ?? undefined,
    remarkCodes: row.remark_codes,
    adjustments,
    lines,
    segmentFrom: row.segment_from,
    segmentTo: row.segment_to,
    byteFrom: row.byte_from,
    byteTo: row.byte_to,
  };
}
