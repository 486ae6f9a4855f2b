import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { SentClaim } from "./claim.ts";
import type { UnsentState } from "./claim-content.ts";
import type { KnownClaim } from "./known-claims.ts";
import { claimFrequency } from "./read-claim.ts";

type KnownRow = {
  claim_id: number;
  version: number;
  state: string;
  patient_control_number: string;
  billing_provider_npi: string;
  content_sha256: string;
  frequency_code: string;
  payer_key: string;
  coverage_sequence: string;
  submitted_on: string | null;
  service_from: string | null;
  service_through: string | null;
  charged_cents: number;
  identity_key: string;
  member_id_key: string | null;
  further_payers: number;
  last_name_key: string;
  date_of_birth: string | null;
  payer_claim_control_number: string | null;
};

/**
 * Claims found first, by their index alone, and joined by primary key after: in one piece the planner,
 * which knows nothing of tables that grow meanwhile, at times scanned all patients for every claim.
 */
function knownClaims(practiceId: number, found: Sql): Sql {
  return sql`
    with claim as materialized (
      select practice_id, claim_id, version, state, patient_control_number, billing_provider_npi,
        content_sha256, frequency_code, payer_id, patient_id, coverage_sequence, submitted_on,
        service_from, service_through, charged_cents, member_id_key, further_payers,
        payer_claim_control_number
      from claims where practice_id = ${practiceId} and ${found}),
    patient as materialized (
      select patient_id, identity_key, last_name_key, date_of_birth from patients
      where practice_id = ${practiceId}
        and patient_id = any (array(select patient_id from claim))),
    payer as materialized (
      select payer_id, identifier_key from payers
      where practice_id = ${practiceId} and payer_id = any (array(select payer_id from claim)))
    select claim.*, payer.identifier_key as payer_key, patient.identity_key,
      patient.last_name_key, patient.date_of_birth
    from claim
    join payer using (payer_id)
    join patient using (patient_id)`;
}

/** All versions on file of the claims sought, and others whose numbers differ in form alone. */
export async function claimsByNumber(
  transaction: PracticeTransaction,
  claims: readonly SentClaim[],
): Promise<KnownClaim[]> {
  const keys = [...new Set(claims.map((claim) => claim.controlNumberKey))];
  const found = sql`control_number_key = any (${keys}::text[])`;
  const rows = await transaction.query<KnownRow>(knownClaims(transaction.practiceId, found));
  return rows.map(knownClaim);
}

/** Claims on file that carry one of these numbers of the payer. */
export async function claimsByPayerNumber(
  transaction: PracticeTransaction,
  payerClaimControlNumbers: readonly string[],
): Promise<KnownClaim[]> {
  if (payerClaimControlNumbers.length === 0) return [];
  const found = sql`payer_claim_control_number = any (${[...payerClaimControlNumbers]}::text[])`;
  const rows = await transaction.query<KnownRow>(knownClaims(transaction.practiceId, found));
  return rows.map(knownClaim);
}

function knownClaim(row: KnownRow): KnownClaim {
  return {
    claimId: row.claim_id,
    version: row.version,
    isCurrent: row.state !== "replaced" && row.state !== "void",
    patientControlNumber: row.patient_control_number,
    billingProviderNpi: row.billing_provider_npi,
    contentSha256: row.content_sha256,
    frequency: claimFrequency(row.frequency_code),
    payerKey: row.payer_key,
    coverageSequence: row.coverage_sequence,
    submittedOn: row.submitted_on ?? undefined,
    serviceFrom: row.service_from ?? undefined,
    serviceThrough: row.service_through ?? undefined,
    chargedCents: row.charged_cents,
    identityKey: row.identity_key,
    memberIdKey: row.member_id_key ?? undefined,
    furtherPayers: row.further_payers,
    lastNameKey: row.last_name_key,
    dateOfBirth: row.date_of_birth ?? undefined,
    payerClaimControlNumber: row.payer_claim_control_number ?? undefined,
  };
}

/** A claim to be written, with the ids that were taken for it. */
export type ClaimToWrite = {
  readonly claimId: number;
  readonly version: number;
  readonly state: "submitted" | "void" | UnsentState;
  readonly claim: SentClaim;
  readonly payerId: number;
  readonly patientId: number;
  readonly contentSha256: string;
  readonly submittedOn: string | undefined;
};

const claimColumns = [
  "practice_id",
  "claim_id",
  "kind",
  "patient_control_number",
  "control_number_key",
  "billing_provider_npi",
  "version",
  "frequency_code",
  "state",
  "payer_id",
  "coverage_sequence",
  "further_payers",
  "filing_indicator",
  "member_id",
  "member_id_key",
  "patient_id",
  "rendering_npi",
  "facility_code",
  "service_from",
  "service_through",
  "charged_cents",
  "diagnosis_codes",
  "prior_authorization",
  "original_payer_claim_control_number",
  "content_sha256",
  "submitted_on",
  "transaction_set_id",
  "segment_from",
  "segment_to",
  "byte_from",
  "byte_to",
] as const;

const lineColumns = [
  "practice_id",
  "claim_id",
  "line_number",
  "line_item_control_number",
  "procedure_qualifier",
  "procedure_code",
  "modifiers",
  "revenue_code",
  "charged_cents",
  "unit_of_measure",
  "units",
  "service_from",
  "service_through",
  "place_of_service",
  "diagnosis_pointers",
  "ndc",
] as const;

/** Writes claims with their service lines; those that are not sent yet stand in no set. */
export async function insertClaims(
  transaction: PracticeTransaction,
  transactionSetId: number | undefined,
  claims: readonly ClaimToWrite[],
): Promise<void> {
  if (claims.length === 0) return;
  const { practiceId } = transaction;
  await transaction.bulkInsert({
    table: "claims",
    columns: claimColumns,
    rows: claims.map((write) => claimRow(practiceId, transactionSetId, write)),
  });
  await insertServiceLines(transaction, claims);
}

/** Writes the service lines of claims. */
export async function insertServiceLines(
  transaction: PracticeTransaction,
  claims: readonly Pick<ClaimToWrite, "claimId" | "claim">[],
): Promise<void> {
  await transaction.bulkInsert({
    table: "service_lines",
    columns: lineColumns,
    rows: lineRows(transaction.practiceId, claims),
  });
}

function claimRow(practiceId: number, transactionSetId: number | undefined, write: ClaimToWrite) {
  const { claim } = write;
  const range = transactionSetId === undefined ? undefined : claim.range;
  return [
    practiceId,
    write.claimId,
    claim.kind,
    claim.patientControlNumber,
    claim.controlNumberKey,
    claim.billingProviderNpi,
    write.version,
    claim.frequencyCode,
    write.state,
    write.payerId,
    claim.coverageSequence,
    claim.furtherPayers,
    claim.filingIndicator,
    claim.memberId,
    claim.memberIdKey,
    write.patientId,
    claim.renderingNpi,
    claim.facilityCode,
    claim.serviceFrom,
    claim.serviceThrough,
    claim.chargedCents,
    claim.diagnosisCodes,
    claim.priorAuthorization,
    claim.originalPayerClaimControlNumber,
    write.contentSha256,
    write.submittedOn,
    transactionSetId,
    range?.segmentFrom,
    range?.segmentTo,
    range?.byteFrom,
    range?.byteTo,
  ];
}

function* lineRows(practiceId: number, claims: readonly Pick<ClaimToWrite, "claimId" | "claim">[]) {
  for (const { claimId, claim } of claims) {
    for (const line of claim.lines) {
      yield [
        practiceId,
        claimId,
        line.lineNumber,
        line.lineItemControlNumber,
        line.procedureQualifier,
        line.procedureCode,
        line.modifiers,
        line.revenueCode,
        line.chargedCents,
        line.unitOfMeasure,
        line.units,
        line.serviceFrom,
        line.serviceThrough,
        line.placeOfService,
        line.diagnosisPointers,
        line.ndc,
      ];
    }
  }
}

/** One sending of a claim. */
export type SubmissionToWrite = {
  readonly claimId: number;
  readonly payerId: number;
  readonly claim: SentClaim;
  readonly submittedOn: string | undefined;
};

/** Writes the sendings of claims in one transaction set. */
export async function insertSubmissions(
  transaction: PracticeTransaction,
  transactionSetId: number,
  submissions: readonly SubmissionToWrite[],
): Promise<void> {
  if (submissions.length === 0) return;
  await transaction.bulkInsert({
    table: "claim_submissions",
    columns: [
      "practice_id",
      "claim_id",
      "transaction_set_id",
      "segment_from",
      "segment_to",
      "byte_from",
      "byte_to",
      "payer_id",
      "coverage_sequence",
      "frequency_code",
      "submitted_on",
    ],
    rows: submissions.map(({ claimId, payerId, claim, submittedOn }) => [
      transaction.practiceId,
      claimId,
      transactionSetId,
      claim.range.segmentFrom,
      claim.range.segmentTo,
      claim.range.byteFrom,
      claim.range.byteTo,
      payerId,
      claim.coverageSequence,
      claim.frequencyCode,
      submittedOn,
    ]),
  });
}

type SendingDays = { readonly firstSubmittedOn: string; readonly lastSubmittedOn: string };

/** The first and the last day on which each of these claims was sent to anybody. */
export async function sendingDays(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<Map<number, SendingDays>> {
  if (claimIds.length === 0) return new Map();
  const rows = await transaction.query<SendingDays & { claim_id: number }>(sql`
    select claim_id, min(submitted_on) as "firstSubmittedOn", max(submitted_on) as "lastSubmittedOn"
    from claim_submissions
    where practice_id = ${transaction.practiceId} and claim_id = any (${[...claimIds]}::bigint[])
      and submitted_on is not null
    group by claim_id`);
  return new Map(rows.map(({ claim_id, ...days }) => [claim_id, days]));
}

/**
 * Claims that went on to a next payer before the replacement came that did: both change payers, and
 * the sendings after the replacement's are its own.
 */
export async function passOnClaims(
  transaction: PracticeTransaction,
  passed: readonly { readonly fromId: number; readonly toId: number }[],
): Promise<void> {
  if (passed.length === 0) return;
  const { practiceId } = transaction;
  const pairs = JSON.stringify(
    passed.map(({ fromId, toId }) => ({ from_id: fromId, to_id: toId })),
  );
  const pair = sql`jsonb_to_recordset(${pairs}::jsonb) as pair (from_id bigint, to_id bigint)`;
  await transaction.execute(sql`
    update claim_submissions sent set claim_id = pair.to_id
    from ${pair} join claims replacement on replacement.claim_id = pair.to_id
    where replacement.practice_id = ${practiceId} and sent.practice_id = ${practiceId}
      and sent.claim_id = pair.from_id and sent.submitted_on > replacement.submitted_on
      and (sent.payer_id, sent.coverage_sequence)
        <> (replacement.payer_id, replacement.coverage_sequence)`);
  await transaction.execute(sql`
    update claims claim
    set payer_id = other.payer_id, coverage_sequence = other.coverage_sequence,
      further_payers = other.further_payers, filing_indicator = other.filing_indicator,
      member_id = other.member_id, member_id_key = other.member_id_key,
      submitted_on = case when claim.claim_id = pair.from_id then (select min(sent.submitted_on)
        from claim_submissions sent where sent.practice_id = ${practiceId}
          and sent.claim_id = pair.from_id) else claim.submitted_on end,
      revision = claim.revision + 1
    from ${pair}, claims other
    where claim.practice_id = ${practiceId} and other.practice_id = ${practiceId}
      and ((claim.claim_id = pair.from_id and other.claim_id = pair.to_id)
        or (claim.claim_id = pair.to_id and other.claim_id = pair.from_id))`);
}

/** Claims that were sent before the day by which they came on file. */
export async function sendEarlier(
  transaction: PracticeTransaction,
  sendings: readonly SubmissionToWrite[],
): Promise<void> {
  if (sendings.length === 0) return;
  await transaction.execute(sql`
    update claims claim
    set submitted_on = least(claim.submitted_on, ${sendings[0]?.submittedOn ?? null}::date),
      revision = claim.revision + 1
    where claim.practice_id = ${transaction.practiceId}
      and claim.claim_id = any (${sendings.map(({ claimId }) => claimId)}::bigint[])`);
}

/** A claim that came first as it went on to a next payer is the replacement that it was sent as before. */
export async function turnIntoReplacements(
  transaction: PracticeTransaction,
  origins: readonly SubmissionToWrite[],
): Promise<void> {
  if (origins.length === 0) return;
  const changes = origins.map(({ claimId, claim, submittedOn }) => ({
    claim_id: claimId,
    frequency_code: claim.frequencyCode,
    original: claim.originalPayerClaimControlNumber ?? null,
    submitted_on: submittedOn ?? null,
  }));
  await transaction.execute(sql`
    update claims claim
    set frequency_code = change.frequency_code, submitted_on = change.submitted_on,
      original_payer_claim_control_number = change.original, revision = claim.revision + 1
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change (claim_id bigint,
      frequency_code text, original text, submitted_on date)
    where claim.practice_id = ${transaction.practiceId} and claim.claim_id = change.claim_id`);
}

/** Makes the coverage of later sendings the current one of their claims. */
export async function changePayers(
  transaction: PracticeTransaction,
  submissions: readonly SubmissionToWrite[],
): Promise<void> {
  if (submissions.length === 0) return;
  const changes = submissions.map(({ claimId, payerId, claim }) => ({
    claim_id: claimId,
    payer_id: payerId,
    coverage_sequence: claim.coverageSequence,
    further_payers: claim.furtherPayers,
    filing_indicator: claim.filingIndicator ?? null,
    member_id: claim.memberId ?? null,
    member_id_key: claim.memberIdKey ?? null,
  }));
  await transaction.execute(sql`
    update claims claim
    set payer_id = change.payer_id, coverage_sequence = change.coverage_sequence,
      further_payers = change.further_payers, filing_indicator = change.filing_indicator,
      member_id = change.member_id, member_id_key = change.member_id_key,
      revision = claim.revision + 1
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change (claim_id bigint,
      payer_id bigint, coverage_sequence text, further_payers integer, filing_indicator text,
      member_id text, member_id_key text)
    where claim.practice_id = ${transaction.practiceId} and claim.claim_id = change.claim_id`);
}

/** That one claim took the place of another. */
export type Succession = { readonly replacedId: number; readonly replacementId: number };

/** Makes replaced claims and their replacements find each other. */
export async function linkReplacements(
  transaction: PracticeTransaction,
  successions: readonly Succession[],
): Promise<void> {
  for (const { replacedId, replacementId } of successions) {
    await transaction.execute(sql`
      update claims
      set state = 'replaced', replaced_by_claim_id = ${replacementId}, revision = revision + 1
      where practice_id = ${transaction.practiceId} and claim_id = ${replacedId}`);
    await transaction.execute(sql`
      update claims set replaces_claim_id = coalesce(replaces_claim_id, ${replacedId}),
        revision = revision + 1
      where practice_id = ${transaction.practiceId} and claim_id = ${replacementId}`);
  }
}

/** Withdraws claims. */
export async function voidClaims(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<void> {
  if (claimIds.length === 0) return;
  await transaction.execute(sql`
    update claims set state = 'void', revision = revision + 1
    where practice_id = ${transaction.practiceId} and claim_id = any (${[...claimIds]}::bigint[])
      and state <> 'void'`);
}
