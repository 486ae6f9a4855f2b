import { sql } from "@headwater/platform/database/sql.ts";
import { putDocument } from "@headwater/platform/documents/postgres-document-store.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type ReadEvent, readTransactions } from "@headwater/x12";
import { lockBooks } from "../../books/period/period.store.ts";
import { endFile, insertFile } from "../file/file.store.ts";
import { insertImport } from "../file/import.store.ts";
import { endSet, envelopeOf, insertSet } from "../file/transaction-set.store.ts";
import { postRemittanceSet, type RemittanceReason } from "../posting/post-remittance.command.ts";
import { paperClaimFacts } from "./find-paper-claims.query.ts";
import type { PaperEntry } from "./paper-entry.ts";
import { lockPaper, tellPaper } from "./paper-remittance.store.ts";
import { type PaperClaimFacts, type ReadPaper, readPaper } from "./read-paper.ts";
import { type PaperEnvelope, writePaper } from "./write-paper.ts";

export type PostPaperResult =
  | { readonly is: "posted"; readonly remittanceId: number; readonly claimIds: readonly number[] }
  | {
      readonly is: "refused";
      readonly code:
        | "paper_unknown"
        | "paper_not_draft"
        | "paper_incomplete"
        | "paper_out_of_balance"
        | "paper_unwritable"
        | "paper_not_posted"
        /** The rules of matching found another claim than the one that was chosen. */
        | "paper_claim_other";
      readonly detail?: string | undefined;
    };

type Refused = Extract<PostPaperResult, { is: "refused" }>;
const refused = (code: Refused["code"], detail?: string): Refused => ({
  is: "refused",
  code,
  detail,
});

/**
 * Posts an entry: it is written as an electronic remittance, read back, and goes through balance, match,
 * decide and post like any other. Anything but posted whole, to the very claims that were chosen, is
 * refused; the caller then rolls back, and the draft stands as it was.
 */
export async function postPaper(
  transaction: PracticeTransaction,
  id: number,
  written: { readonly date: string; readonly time: string },
): Promise<PostPaperResult> {
  await lockBooks(transaction);
  const paper = await lockPaper(transaction, id);
  if (paper === undefined) return refused("paper_unknown");
  if (paper.state !== "draft") return refused("paper_not_draft");
  const { entry } = paper;
  const claimIds = entry.claims.map(({ claimId }) => claimId);
  const facts = await paperClaimFacts(transaction, claimIds);
  const read = readPaper(entry, facts);
  const [fault] = read.faults;
  if (fault !== undefined) return refused("paper_incomplete", fault.code);
  if (read.balance.is !== "balanced") return refused("paper_out_of_balance");
  const envelope = await envelopeFor(transaction, { id, entry, facts, ...written });
  const text = writePaper(entry, read, envelope);
  if (!text.ok) return refused("paper_unwritable", text.refusals[0]?.code);
  const posted = await postText(transaction, { text: text.text, entry, read });
  if (typeof posted !== "number") return refused("paper_not_posted", posted.reasonCode);
  if (!(await areClaimsChosen(transaction, posted, claimIds))) return refused("paper_claim_other");
  await transaction.execute(sql`
    update paper_remittances set state = 'posted', remittance_id = ${posted},
      posted_by = ${transaction.actor}, posted_at = now(), revision = revision + 1
    where practice_id = ${transaction.practiceId} and paper_remittance_id = ${id}`);
  await tellPaper(transaction, "paper-remittance-posted", { id, remittanceId: posted });
  return { is: "posted", remittanceId: posted, claimIds };
}

type EnvelopeTerms = {
  readonly id: number;
  readonly entry: PaperEntry;
  readonly facts: ReadonlyMap<number, PaperClaimFacts>;
  readonly date: string;
  readonly time: string;
};

async function envelopeFor(
  transaction: PracticeTransaction,
  { id, entry, facts, date, time }: EnvelopeTerms,
): Promise<PaperEnvelope> {
  const { practiceId } = transaction;
  const npi = facts.get(entry.claims[0]?.claimId ?? 0)?.billingProviderNpi ?? "";
  const row = await transaction.one<{
    identifier: string | null;
    payer_name: string;
    practice_name: string;
    npi: string | null;
    company: string | null;
  }>(sql`
    select y.identifier, y.name as payer_name, practice.name as practice_name,
      (select identifier from payees
        where practice_id = ${practiceId} and kind = 'npi'
        order by identifier = ${npi} desc, identifier limit 1) as npi,
      (select originating_company_id from remittances
        where practice_id = ${practiceId} and payer_id = y.payer_id and not is_paper
          and originating_company_id not like 'payer %'
        order by remittance_id desc limit 1) as company
    from payers y join practices practice using (practice_id)
    where y.practice_id = ${practiceId} and y.payer_id = ${entry.payerId}`);
  return {
    number: id,
    date,
    time,
    payer: { identifier: row.identifier, name: row.payer_name },
    originatingCompanyId: row.company ?? undefined,
    payee: { npi: row.npi ?? npi, name: row.practice_name },
  };
}

type WrittenPaper = {
  readonly text: string;
  readonly entry: PaperEntry;
  readonly read: ReadPaper;
};

/** Keeps the text as a file of its own and posts its one set; the id of the remittance, or why not. */
async function postText(
  transaction: PracticeTransaction,
  { text, entry, read }: WrittenPaper,
): Promise<number | { readonly reasonCode: RemittanceReason | undefined }> {
  const bytes = new TextEncoder().encode(text);
  const events = await allEvents(bytes);
  const start = events.find((event) => event.type === "set-start");
  const end = events.find((event) => event.type === "set-end");
  if (start?.type !== "set-start" || end?.type !== "set-end") {
    return { reasonCode: "SET_NOT_INTACT" };
  }
  const fileId = await keepFile(transaction, bytes, `paper-${entry.traceNumber.trim()}.835`);
  const place = { fileId, setNumber: 1 };
  const transactionSetId = await insertSet(transaction, place, envelopeOf(start.header));
  const result = await postRemittanceSet(transaction, {
    transactionSetId,
    isPaper: true,
    readEvents: async function* () {
      yield events;
    },
  });
  const { verdict, reasonCode, remittanceId } = result;
  if (verdict !== "posted" || remittanceId === undefined) return { reasonCode };
  const { segmentTo, byteTo } = end.range;
  const { errors, warnings } = end;
  const claims = read.claims.length;
  const counts = { segmentTo, byteTo, errors, warnings, claims };
  await endSet(transaction, transactionSetId, { verdict, reasonCode, ...counts });
  await endFile(transaction, fileId, { kind: "835", verdict: "read" });
  return remittanceId;
}

async function allEvents(bytes: Uint8Array): Promise<ReadEvent[]> {
  async function* source() {
    yield bytes;
  }
  const events: ReadEvent[] = [];
  for await (const batch of readTransactions(source())) events.push(...batch);
  return events;
}

async function keepFile(
  transaction: PracticeTransaction,
  bytes: Uint8Array,
  name: string,
): Promise<number> {
  async function* source() {
    yield bytes;
  }
  const random = systemRandom;
  const put = await putDocument(transaction, source(), {
    name,
    mediaType: "application/edi-x12",
    random,
  });
  if (put.kind === "refused") throw new TypeError("a document without a limit was refused");
  const opened = { publicId: random.uuid(), source: "page" } as const;
  const { importId } = await insertImport(transaction, opened);
  const { fileId } = await insertFile(transaction, {
    publicId: random.uuid(),
    importId,
    documentId: put.document.documentId,
    name,
    sha256: put.document.sha256,
    byteLength: bytes.byteLength,
    kind: "835",
    verdict: "reading",
  });
  return fileId;
}

/** Whether every claim of the remittance went where the person had said. */
async function areClaimsChosen(
  transaction: PracticeTransaction,
  remittanceId: number,
  chosen: readonly number[],
): Promise<boolean> {
  const rows = await transaction.query<{ claim_id: number | null }>(sql`
    select claim_id from remittance_claims
    where practice_id = ${transaction.practiceId} and remittance_id = ${remittanceId}
    order by claim_number`);
  return rows.length === chosen.length && rows.every(({ claim_id }, at) => claim_id === chosen[at]);
}
