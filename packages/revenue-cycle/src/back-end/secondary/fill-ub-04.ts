import type { ClaimCoverage, ClaimServiceLine, Party, WritableClaim } from "@headwater/x12";
import {
  dateParts,
  moneyText,
  nameText,
  type PlacedText,
  phoneOf,
  placed,
  placeText,
  zipText,
} from "./form-text.ts";
import { codeTexts, type FormTexts, shortDate } from "./ub-04-codes.ts";
import { linesOfUb04, ub04Places } from "./ub-04-places.ts";

/** The forms of a claim, and what they have no room for, in words. */
export type FilledUb04 = {
  readonly forms: readonly (readonly PlacedText[])[];
  readonly leftOver: readonly string[];
};

/**
 * What an institutional claim prints on forms UB-04 (CMS 100-04 chapter 25): 22 service lines each, every form
 * with the head of the claim and its page number, the totals on the last.
 */
export function fillUb04(claim: WritableClaim, createdOn: string): FilledUb04 {
  const pages = Math.max(1, Math.ceil(claim.lines.length / linesOfUb04));
  const codes = codeTexts(claim);
  const payers = payersOf(claim);
  const head: FormTexts = [
    ...provider(claim),
    ...patient(claim),
    ...stay(claim),
    ...codes.texts,
    ...payers.slice(0, 3).flatMap((payer, index) => payerTexts(claim, payer, "ABC"[index] ?? "")),
    ...clinicians(claim),
    ...remarks(claim),
  ];
  const forms = Array.from({ length: pages }, (_, page) => {
    const lines = claim.lines.slice(page * linesOfUb04, (page + 1) * linesOfUb04);
    return [
      ...head,
      ...lines.flatMap((line, index) => serviceTexts(line, index + 1)),
      ["43.page", String(page + 1)],
      ["43.pages", String(pages)],
      ["45.created", shortDate(createdOn)],
      ...(page === pages - 1 ? totals(claim) : []),
    ] satisfies FormTexts;
  });
  return {
    forms: forms.map((texts) => texts.flatMap(([item, text]) => placedItem(item, text))),
    leftOver: [
      ...codes.leftOver,
      ...payers.slice(3).map(({ payer }) => `payer ${payer?.lastNameOrOrganization ?? ""}`),
    ],
  };
}

function placedItem(item: string, text: string | undefined): PlacedText[] {
  const place = ub04Places.get(item);
  if (place === undefined) throw new Error(`form UB-04 has no place ${item}`);
  return placed(item, place, text);
}

function provider(claim: WritableClaim): FormTexts {
  const { billingProvider: billing, payToAddress } = claim;
  const tax = billing?.references.find(({ qualifier }) => ["EI", "SY"].includes(qualifier));
  const period = dateOf(claim, "434");
  const payTo = payToAddress?.address && { ...payToAddress, address: payToAddress.address };
  return [
    ["1.name", nameText(billing)],
    ["1.street", billing?.address?.line1],
    ["1.place", placeText(billing)],
    ["1.phone", phoneOf(billing)?.replace(/\D/g, "")],
    ["2.name", payTo && (payTo.lastNameOrOrganization ?? nameText(billing))],
    ["2.street", payTo?.address.line1],
    ["2.place", placeText(payTo)],
    ["3a", claim.patientControlNumber],
    ["3b", referenceOf(claim.references, "EA")],
    ["4", `0${claim.facilityCode ?? ""}${claim.frequencyCode}`],
    ["5", tax?.id],
    ["6.from", shortDate(period?.from ?? claim.serviceFrom)],
    ["6.through", shortDate(period?.through ?? period?.from ?? claim.serviceThrough)],
    ["56", billing?.id],
  ];
}

function patient(claim: WritableClaim): FormTexts {
  const { patient: person, coverage } = claim;
  const born = dateParts(person?.dateOfBirth);
  const address = person?.address;
  return [
    ["8a", person?.id === coverage.subscriber?.id ? undefined : person?.id],
    ["8b", nameText(person)],
    ["9a", [address?.line1, address?.line2].filter(Boolean).join(" ")],
    ["9b", address?.city],
    ["9c", address?.state],
    ["9d", zipText(person)],
    ["9e", address?.country === "US" ? undefined : address?.country],
    ["10", born && `${born.month}${born.day}${born.year}`],
    ["11", person?.gender],
  ];
}

function stay(claim: WritableClaim): FormTexts {
  const admitted = dateOf(claim, "435");
  const { admission, coverage } = claim;
  const { payer } = coverage;
  return [
    ["12", shortDate(admitted?.from)],
    ["13", admitted?.time?.slice(0, 2)],
    ["14", admission?.type],
    ["15", admission?.source],
    ["16", claim.dischargeTime?.slice(0, 2)],
    ["17", admission?.patientStatus],
    ["29", claim.accidentState ?? referenceOf(claim.references, "LU")],
    ["38.1", payer?.lastNameOrOrganization],
    ["38.2", payer?.address?.line1],
    ["38.3", payer?.address?.line2 ?? placeText(payer)],
    ["38.4", payer?.address?.line2 && placeText(payer)],
  ];
}

/** A payer of the claim as its row tells it. */
type PayerRow = ClaimCoverage & {
  readonly isBilled: boolean;
  readonly paidCents: number | undefined;
  readonly released: string | undefined;
  readonly assigned: string | undefined;
};

/** The payers in their order, the one that is asked among them. */
function payersOf(claim: WritableClaim): PayerRow[] {
  const billed: PayerRow = {
    ...claim.coverage,
    relationship: claim.patientRelationship ?? claim.coverage.relationship,
    isBilled: true,
    paidCents: undefined,
    released: claim.releaseOfInformation,
    assigned: claim.benefitsAssigned,
  };
  const others = claim.otherCoverages.map(
    (coverage): PayerRow => ({
      ...coverage,
      isBilled: false,
      paidCents: coverage.amounts.find(({ qualifier }) => qualifier === "D")?.cents,
      released: coverage.releaseOfInformation ?? claim.releaseOfInformation,
      assigned: coverage.benefitsAssigned ?? claim.benefitsAssigned,
    }),
  );
  const rank = ({ sequence }: PayerRow) => "PSTABCDEFGHU".indexOf(sequence);
  return [billed, ...others].sort((first, second) => rank(first) - rank(second));
}

function payerTexts(claim: WritableClaim, row: PayerRow, letter: string): FormTexts {
  const { payer, subscriber } = row;
  const references = payer?.references ?? [];
  const authorization = row.isBilled
    ? (claim.priorAuthorization ?? claim.referralNumber)
    : (referenceOf(references, "G1") ?? referenceOf(references, "9F"));
  const number = row.isBilled
    ? claim.originalPayerClaimControlNumber
    : referenceOf(references, "F8");
  return [
    [`50${letter}`, payer?.lastNameOrOrganization],
    [`51${letter}`, payer?.id],
    [`52${letter}`, row.released],
    [`53${letter}`, row.assigned],
    [`54${letter}`, row.paidCents === undefined ? undefined : moneyText(row.paidCents)],
    [`57${letter}`, referenceOf(references, "G2") ?? referenceOf(references, "LU")],
    [`58${letter}`, nameText(subscriber)],
    [`59${letter}`, row.relationship ?? "18"],
    [`60${letter}`, subscriber?.id],
    [`61${letter}`, row.groupName],
    [`62${letter}`, row.groupNumber],
    [`63${letter}`, authorization],
    [`64${letter}`, number],
  ];
}

/** A service on its line: revenue code, drug or words, code with modifiers, day, units, charges. */
function serviceTexts(line: ClaimServiceLine, position: number): FormTexts {
  const { drug, procedure, nonCoveredCents } = line;
  const words = drug
    ? `N4${drug.ndc}${drug.unit ?? ""}${drug.quantity ?? ""}`
    : procedure?.description;
  return [
    [`42[${position}]`, line.revenueCode],
    [`43[${position}]`, words],
    [`44[${position}]`, procedure && [procedure.code, ...procedure.modifiers].join("")],
    [`45[${position}]`, shortDate(line.serviceFrom)],
    [`46[${position}]`, line.quantity],
    [`47[${position}]`, moneyText(line.chargedCents)],
    [`48[${position}]`, nonCoveredCents ? moneyText(nonCoveredCents) : undefined],
  ];
}

function totals(claim: WritableClaim): FormTexts {
  const nonCovered = claim.lines.reduce((sum, line) => sum + (line.nonCoveredCents ?? 0), 0);
  return [
    ["42.total", "0001"],
    ["47.total", moneyText(claim.chargedCents)],
    ["48.total", nonCovered === 0 ? undefined : moneyText(nonCovered)],
  ];
}

/** Attending (71), operating (72), then other operating, rendering and referring, two of them. */
function clinicians(claim: WritableClaim): FormTexts {
  const find = (code: string) => claim.parties.find(({ entityCode }) => entityCode === code);
  const others = ["ZZ", "82", "DN"].map(find).filter((party) => party !== undefined);
  return [
    ...clinicianTexts(76, find("71")),
    ...clinicianTexts(77, find("72")),
    ...others.slice(0, 2).flatMap((party, index): FormTexts => {
      const role = [`${78 + index}.role`, party.entityCode] as const;
      return [role, ...clinicianTexts(78 + index, party)];
    }),
  ];
}

function clinicianTexts(locator: number, party: Party | undefined): FormTexts {
  const second = party?.references[0];
  return [
    [`${locator}.npi`, party?.id],
    [`${locator}.qualifier`, second?.qualifier],
    [`${locator}.id`, second?.id],
    [`${locator}.last`, party?.lastNameOrOrganization],
    [`${locator}.first`, party?.firstName],
  ];
}

/** The claim's notes over the lines of locator 80, broken between words. */
function remarks(claim: WritableClaim): FormTexts {
  const words = claim.notes.flatMap(({ text }) => text.split(/\s+/));
  const lines = [""];
  for (const word of words) {
    const room = lines.length === 1 ? 19 : 24;
    const last = lines.at(-1) ?? "";
    const longer = last === "" ? word : `${last} ${word}`;
    if (longer.length <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.slice(0, 4).map((text, index) => [`80.${index + 1}`, text] as const);
}

function dateOf(claim: WritableClaim, wanted: string) {
  return claim.dates.find(({ qualifier }) => qualifier === wanted);
}

function referenceOf(references: Party["references"], wanted: string): string | undefined {
  return references.find(({ qualifier }) => qualifier === wanted)?.id;
}
