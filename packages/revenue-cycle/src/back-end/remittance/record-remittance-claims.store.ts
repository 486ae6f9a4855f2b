import type { CopyValue } from "@headwater/platform/database/copy-text.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { controlNumberKey } from "../../masters/identifier-key.ts";
import type { LineMatch } from "./match-line.ts";
import type { RemittanceAdjustment, RemittanceClaim, RemittanceLine } from "./remittance.ts";

type TreatedAdjustment = RemittanceAdjustment & { readonly treatment: string };

/** An adjustment in the row of its claim: line (0 is the claim), group, reason, cents, treatment, quantity. */
export type KeptAdjustment<Treatment extends string = string> = readonly [
  line: number,
  group: string,
  reason: string,
  cents: number,
  treatment: Treatment,
  quantity?: string | undefined,
];

/** A remittance claim with what became of it, as it is kept. */
export type RecordedClaim = {
  readonly remittanceId: number;
  readonly claimId: number | undefined;
  /** Empty while unmatched. */
  readonly matchRule: string;
  readonly outcome: string;
  /** By line; empty while the claim is unmatched. */
  readonly lineMatches: readonly LineMatch[];
  readonly claim: Omit<RemittanceClaim, "adjustments" | "lines"> & {
    readonly adjustments: readonly TreatedAdjustment[];
    readonly lines: readonly (Omit<RemittanceLine, "adjustments"> & {
      readonly adjustments: readonly TreatedAdjustment[];
    })[];
  };
};

const claimColumns = [
  "practice_id",
  "remittance_id",
  "claim_number",
  "claim_id",
  "match_rule",
  "outcome",
  "patient_control_number",
  "control_number_key",
  "status_code",
  "charged_cents",
  "paid_cents",
  "patient_responsibility_cents",
  "filing_indicator",
  "payer_claim_control_number",
  "patient_last_name",
  "patient_first_name",
  "member_id",
  "rendering_npi",
  "service_from",
  "service_through",
  "remark_codes",
  "segment_from",
  "segment_to",
  "byte_from",
  "byte_to",
  "adjustments",
] as const;

const lineColumns = [
  "practice_id",
  "remittance_id",
  "claim_number",
  "remittance_line_number",
  "line_number",
  "match_rule",
  "line_item_control_number",
  "procedure_code",
  "modifiers",
  "submitted_procedure_code",
  "revenue_code",
  "charged_cents",
  "paid_cents",
  "allowed_cents",
  "units",
  "service_from",
  "service_through",
  "remark_codes",
  "segment_from",
  "segment_to",
] as const;

/** Writes claims of a remittance with their lines and adjustments. */
export async function insertRemittanceClaims(
  transaction: PracticeTransaction,
  records: readonly RecordedClaim[],
): Promise<void> {
  if (records.length === 0) return;
  const { practiceId } = transaction;
  await transaction.bulkInsert({
    table: "remittance_claims",
    columns: claimColumns,
    rows: claimRows(practiceId, records),
  });
  await transaction.bulkInsert({
    table: "remittance_lines",
    columns: lineColumns,
    rows: lineRows(practiceId, records),
  });
}

function* claimRows(
  practiceId: number,
  records: readonly RecordedClaim[],
): Generator<readonly CopyValue[]> {
  for (const { remittanceId, claimId, matchRule, outcome, claim } of records) {
    yield [
      practiceId,
      remittanceId,
      claim.number,
      claimId,
      matchRule,
      outcome,
      claim.patientControlNumber,
      controlNumberKey(claim.patientControlNumber),
      claim.statusCode,
      claim.chargedCents,
      claim.paidCents,
      claim.patientResponsibilityCents,
      claim.filingIndicator,
      claim.payerClaimControlNumber,
      claim.patientLastName,
      claim.patientFirstName,
      claim.memberId,
      claim.renderingNpi,
      claim.serviceFrom,
      claim.serviceThrough,
      claim.remarkCodes,
      claim.segmentFrom,
      claim.segmentTo,
      claim.byteFrom,
      claim.byteTo,
      keptAdjustments(claim),
    ];
  }
}

function* lineRows(
  practiceId: number,
  records: readonly RecordedClaim[],
): Generator<readonly CopyValue[]> {
  for (const { remittanceId, claim, lineMatches } of records) {
    for (const [index, line] of claim.lines.entries()) {
      const match = lineMatches[index];
      yield [
        practiceId,
        remittanceId,
        claim.number,
        line.number,
        onlyLine(match),
        match?.rule ?? "",
        line.lineItemControlNumber,
        line.procedureCode,
        line.modifiers,
        line.submittedProcedureCode,
        line.revenueCode,
        line.chargedCents,
        line.paidCents,
        line.allowedCents,
        line.units,
        line.serviceFrom,
        line.serviceThrough,
        line.remarkCodes,
        line.segmentFrom,
        line.segmentTo,
      ];
    }
  }
}

function onlyLine(match: LineMatch | undefined): number | undefined {
  return match?.lineNumbers.length === 1 ? match.lineNumbers[0] : undefined;
}

/** The adjustments of a claim and its lines as they are kept with it; line 0 is the claim. */
function keptAdjustments(claim: RecordedClaim["claim"]): string {
  const kept: KeptAdjustment[] = [];
  keepAdjustments(kept, 0, claim.adjustments);
  for (const { number, adjustments } of claim.lines) keepAdjustments(kept, number, adjustments);
  return JSON.stringify(kept);
}

function keepAdjustments(
  kept: KeptAdjustment[],
  line: number,
  adjustments: readonly TreatedAdjustment[],
): void {
  for (const { groupCode, reasonCode, cents, quantity, treatment } of adjustments) {
    if (quantity === undefined) kept.push([line, groupCode, reasonCode, cents, treatment]);
    else kept.push([line, groupCode, reasonCode, cents, treatment, quantity]);
  }
}

/** Brings recorded claims to a new match and outcome, with the lines they were matched to. */
export async function updateRemittanceClaims(
  transaction: PracticeTransaction,
  records: readonly RecordedClaim[],
): Promise<void> {
  if (records.length === 0) return;
  const { practiceId } = transaction;
  await transaction.bulkUpdate({
    table: "remittance_claims",
    key: claimKey,
    columns: ["claim_id", "match_rule", "outcome"],
    rows: records.map(({ remittanceId, claim, claimId, matchRule, outcome }) => [
      practiceId,
      remittanceId,
      claim.number,
      claimId,
      matchRule,
      outcome,
    ]),
  });
  await transaction.bulkUpdate({
    table: "remittance_lines",
    key: [...claimKey, "remittance_line_number"],
    columns: ["line_number", "match_rule"],
    rows: matchedLines(practiceId, records),
  });
}

/** Changes what became of claims on file. */
export async function updateOutcomes(
  transaction: PracticeTransaction,
  outcomes: readonly {
    readonly remittanceId: number;
    readonly claimNumber: number;
    readonly outcome: string;
  }[],
): Promise<void> {
  if (outcomes.length === 0) return;
  await transaction.bulkUpdate({
    table: "remittance_claims",
    key: claimKey,
    columns: ["outcome"],
    rows: outcomes.map(({ remittanceId, claimNumber, outcome }) => [
      transaction.practiceId,
      remittanceId,
      claimNumber,
      outcome,
    ]),
  });
}

const claimKey = ["practice_id", "remittance_id", "claim_number"];

function* matchedLines(
  practiceId: number,
  records: readonly RecordedClaim[],
): Generator<readonly CopyValue[]> {
  for (const { remittanceId, claim, lineMatches } of records) {
    for (const [index, line] of claim.lines.entries()) {
      const match = lineMatches[index];
      yield [
        practiceId,
        remittanceId,
        claim.number,
        line.number,
        onlyLine(match),
        match?.rule ?? "",
      ];
    }
  }
}
