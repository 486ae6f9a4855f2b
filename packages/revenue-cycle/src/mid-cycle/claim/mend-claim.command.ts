import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { WritableClaim } from "@headwater/x12";
import { payerIds } from "../../masters/payer/payer.store.ts";
import { namedPayer } from "../../masters/payer/payer.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { insertUnsentClaims } from "./claim-content.store.ts";
import { claimFaults, isClean } from "./claim-faults.ts";
import {
  controlNumberOf,
  controlNumberRoot,
  mostVersions,
  readControlNumber,
} from "./control-number.ts";
import { type Mending, type MendingRefusal, mendContent, mendingRefusal } from "./mend-content.ts";

export type MendRequest = {
  readonly claimId: number;
  readonly mending: Mending;
  /** What the claim says, from its content or from its file. */
  readonly content: WritableClaim;
  /** The payer's number where a person knows it and no file told it. */
  readonly payerClaimControlNumber: string | undefined;
  readonly today: string;
};

export type MendResult =
  | {
      readonly is: "mended";
      readonly claimId: number;
      readonly patientControlNumber: string;
      /** False when the same mending was begun before and is not sent yet. */
      readonly isNew: boolean;
    }
  | { readonly is: "refused"; readonly code: MendingRefusal | "not_found" | "mending_begun" };

type MendedRow = {
  readonly state: string;
  readonly kind: string;
  readonly filing_indicator: string | null;
  readonly frequency_code: string;
  readonly payer_claim_control_number: string | null;
  readonly patient_control_number: string;
  readonly billing_provider_npi: string;
  readonly payer_id: number;
  readonly patient_id: number;
  readonly coverage_sequence: string;
};

/**
 * Begins the claim that mends another: sent again, replaced or withdrawn. It gets a number of the same
 * root and may be changed until it is sent; only then it takes the other's place. A mending that was
 * begun before is answered again.
 */
export async function mendClaim(
  transaction: PracticeTransaction,
  request: MendRequest,
): Promise<MendResult> {
  const { claimId, mending } = request;
  const claim = await lockClaim(transaction, claimId);
  if (claim === undefined) return { is: "refused", code: "not_found" };
  const begun = await findBegun(transaction, claimId);
  if (begun !== undefined) {
    if (begun.purpose !== mending) return { is: "refused", code: "mending_begun" };
    return { is: "mended", ...begun, isNew: false };
  }
  const { payerId, payerNumber: known } = await mendedPayer(transaction, request, claim);
  const payerNumber = known ?? request.payerClaimControlNumber;
  const refusal = mendingRefusal(
    {
      state: claim.state,
      kind: claim.kind,
      filingIndicator: claim.filing_indicator ?? undefined,
      frequencyCode: claim.frequency_code,
      payerClaimControlNumber: payerNumber,
    },
    mending,
  );
  if (refusal !== undefined) return { is: "refused", code: refusal };
  const [id = 0] = await transaction.reserveIds("claims", "claim_id", 1);
  const patientControlNumber = await nextNumber(transaction, claim.patient_control_number, id);
  const content = mendContent(request.content, {
    mending,
    patientControlNumber,
    payerClaimControlNumber: payerNumber,
  });
  const [faults = []] = claimFaults([content], request.today);
  await insertUnsentClaims(transaction, [
    {
      claimId: id,
      content,
      state: isClean(faults) && mending === "void" ? "ready" : "draft",
      payerId,
      patientId: claim.patient_id,
      encounterId: undefined,
      predecessorId: claimId,
      purpose: mending,
    },
  ]);
  await appendEvents(transaction, [
    {
      kind: "claim-mending-begun",
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: { mending, mendedBy: id },
    },
  ]);
  return { is: "mended", claimId: id, patientControlNumber, isNew: true };
}

async function lockClaim(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<MendedRow | undefined> {
  return transaction.maybeOne<MendedRow>(sql`
    select state, kind, filing_indicator, frequency_code, payer_claim_control_number,
      patient_control_number, billing_provider_npi, payer_id, patient_id, coverage_sequence
    from claims
    where practice_id = ${transaction.practiceId} and claim_id = ${claimId} for update`);
}

/** CLP02 of the payers in their order: as that payer, and as that payer and passed on. */
const statusesOf: Readonly<Record<string, readonly string[]>> = {
  P: ["1", "19"],
  S: ["2", "20"],
  T: ["3", "21"],
};

/**
 * The payer that the mended claim goes to, with its number of the claim. A claim that went on to the
 * next payer is mended with the payer that its content names, not with the one that has it now.
 */
async function mendedPayer(
  transaction: PracticeTransaction,
  { claimId, content }: MendRequest,
  claim: MendedRow,
): Promise<{ payerId: number; payerNumber: string | undefined }> {
  const { sequence } = content.coverage;
  if (claim.coverage_sequence === sequence) {
    return { payerId: claim.payer_id, payerNumber: claim.payer_claim_control_number ?? undefined };
  }
  const payer = namedPayer(content.coverage.payer);
  const ids = await payerIds(transaction, [payer]);
  const row = await transaction.maybeOne<{ number: string }>(sql`
    select payer_claim_control_number as number from remittance_claims
    where practice_id = ${transaction.practiceId} and claim_id = ${claimId}
      and status_code = any (${[...(statusesOf[sequence] ?? [])]}::text[])
      and payer_claim_control_number is not null
    order by remittance_id desc, claim_number desc limit 1`);
  return { payerId: ids.get(payer.identifierKey) ?? claim.payer_id, payerNumber: row?.number };
}

async function findBegun(transaction: PracticeTransaction, predecessorId: number) {
  return transaction.maybeOne<{ claimId: number; patientControlNumber: string; purpose: string }>(
    sql`select t.claim_id as "claimId", c.patient_control_number as "patientControlNumber",
        t.purpose
      from claim_contents t
      join claims c on c.practice_id = t.practice_id and c.claim_id = t.claim_id
      where t.practice_id = ${transaction.practiceId}
        and t.predecessor_claim_id = ${predecessorId}`,
  );
}

/** The next version of the root; a number of a file, or one without room, gets a root of its own. */
async function nextNumber(
  transaction: PracticeTransaction,
  patientControlNumber: string,
  claimId: number,
): Promise<string> {
  const known = readControlNumber(patientControlNumber);
  const fresh = { root: controlNumberRoot(claimId), version: 1 };
  if (known === undefined) return controlNumberOf(fresh);
  const stem = `H${known.root}`;
  const rows = await transaction.query<{ number: string }>(sql`
    select patient_control_number as number from claims
    where practice_id = ${transaction.practiceId}
      and control_number_key >= ${stem} and control_number_key < ${`${stem}~`}`);
  const versions = rows.map(({ number }) => readControlNumber(number)?.version ?? 0);
  const version = Math.max(known.version, ...versions) + 1;
  return controlNumberOf(version > mostVersions ? fresh : { root: known.root, version });
}
