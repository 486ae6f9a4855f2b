import type { AccountItemAnswer } from "../patient-account/patient-account-answers.ts";
import type { PatientBillingSettings } from "../patient-account/patient-billing-settings.ts";
import type { StatementDecision, StatementItem } from "./decide-statement.ts";
import { plainWords, shareReason } from "./plain-words.ts";
import type { StatementContent, StatementVisit } from "./statement.ts";

/** Of a claim that states no day at all. */
const unknownDay = "1900-01-01";

/** What of an account's claim the decision about a statement looks at. */
export function statementItem(item: AccountItemAnswer): StatementItem {
  return {
    claimId: item.claimId,
    openPatientCents: item.openPatientCents,
    openInsuranceCents: item.openInsuranceCents,
    patientSince: item.patientSince ?? item.serviceFrom ?? unknownDay,
    timesTold: item.timesTold,
  };
}

/** A postal address as lines of a letter. */
export function addressLines(address: {
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
}): string[] {
  const { addressLine1, addressLine2, city, state, postalCode } = address;
  const place = [city, [state, zip(postalCode)].filter(Boolean).join(" ")];
  return [addressLine1, addressLine2, place.filter(Boolean).join(", ")].flatMap((line) =>
    line ? [line] : [],
  );
}

function zip(postalCode: string | null): string | null {
  return postalCode?.length === 9 ? `${postalCode.slice(0, 5)}-${postalCode.slice(5)}` : postalCode;
}

/** A letter needs a street and a place. */
export function isMailable(address: Parameters<typeof addressLines>[0]): boolean {
  return Boolean(address.addressLine1 && address.city && address.state && address.postalCode);
}

export type StatementPaper = {
  readonly number: string;
  readonly account: string;
  readonly issuedOn: string;
  readonly practice: StatementContent["practice"];
  /** The practice's own message; empty where there is none. */
  readonly practiceMessage: string;
  readonly addressee: StatementContent["addressee"];
};

/**
 * Everything that a statement says, from the decision to send it. The visits' amounts sum in sight:
 * charged = insurance paid + adjusted + paid + owed, and the owed ones less what waits to what is due.
 */
export function writeStatement(
  decision: Extract<StatementDecision, { is: "send" }>,
  items: readonly AccountItemAnswer[],
  {
    paper,
    settings,
  }: { readonly paper: StatementPaper; readonly settings: PatientBillingSettings },
): StatementContent {
  const { practiceMessage, ...head } = paper;
  const named = new Set(decision.claimIds);
  return {
    version: 1,
    ...head,
    dueOn: decision.dueOn,
    level: decision.level,
    visits: items.filter(({ claimId }) => named.has(claimId)).map(visitOf),
    unappliedCents: decision.unappliedCents,
    owedCents: decision.owedCents,
    aging: decision.aging,
    messages: [settings.messages[decision.level], practiceMessage].filter((text) => text !== ""),
    waysToPay: settings.waysToPay,
    helpNotice: settings.helpNotice,
  };
}

function visitOf(item: AccountItemAnswer): StatementVisit {
  return {
    claimId: item.claimId,
    on: item.serviceFrom ?? undefined,
    patient: givenNameFirst(item.patient),
    provider: item.provider === null ? undefined : givenNameFirst(item.provider),
    payer: item.payer,
    services: servicesOf(item),
    chargedCents: item.chargedCents,
    insurancePaidCents: item.insurancePaidCents,
    adjustedCents: item.adjustedCents + item.forgivenCents,
    paidCents: item.paidCents,
    owedCents: item.openPatientCents,
    shares: item.shares.map(({ reasonCode, cents }) => ({
      words: shareReason(reasonCode ?? undefined),
      cents,
    })),
  };
}

/** `Ortiz, Lena` as people write it: `Lena Ortiz`. */
export function givenNameFirst(name: string): string {
  const [last = "", first = ""] = name.split(", ");
  return first === "" ? last : `${first} ${last}`;
}

/** Services under the same words are one line of the statement. */
function servicesOf(item: AccountItemAnswer): StatementVisit["services"] {
  const cents = new Map<string, number>();
  for (const { procedureCode, label, chargedCents } of item.services) {
    const words = plainWords(procedureCode ?? undefined, label ?? undefined);
    cents.set(words, (cents.get(words) ?? 0) + chargedCents);
  }
  return [...cents].map(([words, chargedCents]) => ({ words, chargedCents }));
}
