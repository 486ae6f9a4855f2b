import { type Party, type WriteResult, write835 } from "@headwater/x12";
import { writableText } from "../../mid-cycle/claim/writable-text.ts";
import type { PaperEntry } from "./paper-entry.ts";
import type { ReadPaper } from "./read-paper.ts";

/** Who pays whom, with which number, and when it is written. */
export type PaperEnvelope = {
  readonly number: number;
  /** `YYYY-MM-DD` and `HHMM`. */
  readonly date: string;
  readonly time: string;
  readonly payer: { readonly identifier: string | null; readonly name: string };
  /** The payer's TRN03 where an electronic remittance of it told. */
  readonly originatingCompanyId: string | undefined;
  readonly payee: { readonly npi: string; readonly name: string };
};

/**
 * Writes what was typed from paper as the electronic remittance that it is (005010X221A1), so that it
 * is read, kept, shown and posted like any other. Its sender names itself as paper.
 */
export function writePaper(
  entry: PaperEntry,
  { claims, adjustments, paidCents }: ReadPaper,
  envelope: PaperEnvelope,
): WriteResult {
  const { payer, payee, number, date } = envelope;
  const remittance = {
    handlingCode: paidCents === 0 ? "H" : "I",
    paidCents,
    creditOrDebit: "C",
    paymentMethod: entry.method,
    effectiveOn: entry.paidOn,
    traceNumber: writableText(entry.traceNumber),
    originatingCompanyId: envelope.originatingCompanyId,
    supplementalCode: undefined,
    receiverId: undefined,
    producedOn: entry.paidOn,
    payer: organization("PR", payer.name, [payer.identifier ?? undefined, "XV"]),
    payee: organization("PE", payee.name, [payee.npi, "XX"]),
    claims: claims.map((claim) => ({ ...claim, parties: claim.parties.map(writableParty) })),
    providerAdjustments: adjustments.map((one) => ({
      ...one,
      providerId: payee.npi,
      fiscalPeriodEnd: `${entry.paidOn.slice(0, 4)}-12-31`,
    })),
  };
  return write835([remittance], {
    senderQualifier: "ZZ",
    senderId: "PAPER",
    receiverQualifier: "ZZ",
    receiverId: payee.npi,
    date,
    time: envelope.time,
    interchangeControlNumber: number,
    groupControlNumber: number,
    setControlNumber: 1,
    isTest: false,
  });
}

function writableParty(party: Party): Party {
  return {
    ...party,
    lastNameOrOrganization: writableText(party.lastNameOrOrganization ?? ""),
    firstName: party.firstName === undefined ? undefined : writableText(party.firstName),
  };
}

function organization(
  entityCode: string,
  name: string,
  [id, qualifier]: readonly [string | undefined, string],
): Party {
  return {
    entityCode,
    isPerson: false,
    lastNameOrOrganization: writableText(name),
    firstName: undefined,
    middleName: undefined,
    suffix: undefined,
    idQualifier: id === undefined ? undefined : qualifier,
    id,
    address: undefined,
    dateOfBirth: undefined,
    gender: undefined,
    taxonomy: undefined,
    references: [],
    contacts: [],
  };
}
