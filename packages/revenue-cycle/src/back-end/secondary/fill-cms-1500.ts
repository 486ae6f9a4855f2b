import type { ClaimServiceLine, WritableClaim } from "@headwater/x12";
import {
  cms1500Places,
  type FormItem,
  linesOfForm,
  type ServiceItem,
  servicePlaces,
} from "./cms-1500-places.ts";
import {
  dateParts,
  givenFirst,
  moneyText,
  nameText,
  type PlacedText,
  phoneOf,
  placed,
  placeText,
  zipText,
} from "./form-text.ts";

type Items = Partial<Record<FormItem, string | undefined>>;

/**
 * What a professional claim prints on forms CMS-1500 (02/12), one list for each form: six service lines
 * each, every form with its own total. Item 29 is what the patient and other payers paid (NUCC), to
 * Medicare what the patient paid (CMS 100-04 chapter 26 section 10.4). `signedOn` is the day of printing.
 */
export function fillCms1500(claim: WritableClaim, signedOn: string): PlacedText[][] {
  const forms: PlacedText[][] = [];
  for (let first = 0; first < Math.max(1, claim.lines.length); first += linesOfForm) {
    const lines = claim.lines.slice(first, first + linesOfForm);
    const isFirst = first === 0;
    const items: Items = {
      ...carrier(claim),
      ...people(claim),
      ...conditions(claim),
      ...visit(claim),
      ...diagnoses(claim),
      ...billing(claim, signedOn),
      "28": moneyText(lines.reduce((sum, line) => sum + line.chargedCents, 0)),
      "29": moneyText(paidCents(claim, lines, isFirst)),
    };
    const texts = Object.entries(items).flatMap(([item, text]) =>
      placed(item, cms1500Places[item as FormItem], text),
    );
    lines.forEach((line, position) => {
      const places = servicePlaces(position);
      for (const [item, text] of Object.entries(service(claim, line))) {
        texts.push(...placed(`${item}[${position + 1}]`, places[item as ServiceItem], text));
      }
    });
    forms.push(texts);
  }
  return forms;
}

const marked = "X";

function carrier({ coverage }: WritableClaim): Items {
  const { payer, filingIndicator = "" } = coverage;
  const kinds: Readonly<Record<string, FormItem>> = {
    MA: "1.medicare",
    MB: "1.medicare",
    MC: "1.medicaid",
    CH: "1.tricare",
    VA: "1.champva",
    FI: "1.feca",
    ...Object.fromEntries(
      ["12", "13", "14", "15", "BL", "CI", "HM"].map((code) => [code, "1.group"]),
    ),
  };
  return {
    "carrier.name": payer?.lastNameOrOrganization,
    "carrier.line1": payer?.address?.line1,
    "carrier.line2": payer?.address?.line2,
    "carrier.place": placeText(payer),
    [kinds[filingIndicator] ?? "1.other"]: marked,
  };
}

function people(claim: WritableClaim): Items {
  const { patient, coverage } = claim;
  const { subscriber } = coverage;
  const relations: Readonly<Record<string, FormItem>> = {
    "18": "6.self",
    "01": "6.spouse",
    "19": "6.child",
  };
  const [other] = claim.otherCoverages;
  const born = dateParts(patient?.dateOfBirth);
  const insuredBorn = dateParts(subscriber?.dateOfBirth);
  return {
    "1a": subscriber?.id,
    "2": nameText(patient),
    "3.month": born?.month,
    "3.day": born?.day,
    "3.year": born?.year,
    ...(patient?.gender === "M" ? { "3.male": marked } : {}),
    ...(patient?.gender === "F" ? { "3.female": marked } : {}),
    "4": nameText(subscriber),
    "5.street": patient?.address?.line1,
    "5.city": patient?.address?.city,
    "5.state": patient?.address?.state,
    "5.zip": zipText(patient),
    [relations[claim.patientRelationship ?? "18"] ?? "6.other"]: marked,
    "7.street": subscriber?.address?.line1,
    "7.city": subscriber?.address?.city,
    "7.state": subscriber?.address?.state,
    "7.zip": zipText(subscriber),
    "9": nameText(other?.subscriber),
    "9a": other?.groupNumber ?? other?.subscriber?.id,
    "9d": other?.payer?.lastNameOrOrganization,
    "11": coverage.groupNumber,
    "11a.month": insuredBorn?.month,
    "11a.day": insuredBorn?.day,
    "11a.year": insuredBorn?.year,
    ...(subscriber?.gender === "M" ? { "11a.male": marked } : {}),
    ...(subscriber?.gender === "F" ? { "11a.female": marked } : {}),
    "11c": coverage.groupName ?? coverage.payer?.lastNameOrOrganization,
    [other === undefined ? "11d.no" : "11d.yes"]: marked,
  };
}

function conditions(claim: WritableClaim): Items {
  const has = (cause: string) => claim.relatedCauses.includes(cause);
  const onFile = "SIGNATURE ON FILE";
  return {
    [has("EM") ? "10a.yes" : "10a.no"]: marked,
    [has("AA") ? "10b.yes" : "10b.no"]: marked,
    "10b.state": claim.accidentState,
    [has("OA") ? "10c.yes" : "10c.no"]: marked,
    "12": claim.releaseOfInformation === "Y" ? onFile : undefined,
    "13": claim.benefitsAssigned === "Y" ? onFile : undefined,
  };
}

function visit(claim: WritableClaim): Items {
  const dateOf = (qualifier: string) => claim.dates.find((date) => date.qualifier === qualifier);
  const illness = dateOf("431") ?? dateOf("484");
  const onset = dateParts(illness?.from);
  const admitted = dateParts(dateOf("435")?.from);
  const discharged = dateParts(dateOf("096")?.from);
  const referrer = ["DN", "DK", "DQ"]
    .map((role) => claim.parties.find(({ entityCode }) => entityCode === role))
    .find((party) => party !== undefined);
  return {
    "14.month": onset?.month,
    "14.day": onset?.day,
    "14.year": onset?.year,
    "14.qualifier": illness?.qualifier,
    "17.qualifier": referrer?.entityCode,
    "17": givenFirst(referrer),
    "17b": referrer?.id,
    "18.fromMonth": admitted?.month,
    "18.fromDay": admitted?.day,
    "18.fromYear": admitted?.year,
    "18.toMonth": discharged?.month,
    "18.toDay": discharged?.day,
    "18.toYear": discharged?.year,
    "19": claim.notes[0]?.text,
    "20.no": marked,
  };
}

function diagnoses(claim: WritableClaim): Items {
  const letters = [..."ABCDEFGHIJKL"];
  return {
    "21.indicator": claim.codes.some(({ qualifier }) => qualifier === "BK") ? "9" : "0",
    ...Object.fromEntries(letters.map((letter, index) => [`21.${letter}`, claim.diagnoses[index]])),
    "22.code": claim.frequencyCode === "1" ? undefined : claim.frequencyCode,
    "22.number": claim.originalPayerClaimControlNumber,
    "23": claim.priorAuthorization ?? claim.referralNumber,
  };
}

function billing(claim: WritableClaim, signedOn: string): Items {
  const { billingProvider } = claim;
  const tax = billingProvider?.references.find(({ qualifier }) => ["EI", "SY"].includes(qualifier));
  const facility = claim.parties.find(({ entityCode }) => entityCode === "77") ?? billingProvider;
  const rendering = claim.parties.find(({ entityCode }) => entityCode === "82");
  const phone = phoneOf(billingProvider);
  const signed = dateParts(signedOn);
  return {
    "25": tax?.id,
    ...(tax === undefined ? {} : { [tax.qualifier === "SY" ? "25.ssn" : "25.ein"]: marked }),
    "26": claim.patientControlNumber,
    [claim.assignment === "C" ? "27.no" : "27.yes"]: marked,
    "31": givenFirst(rendering ?? billingProvider),
    "31.date": signed && `${signed.month} ${signed.day} ${signed.year}`,
    "32.name": facility?.lastNameOrOrganization,
    "32.street": facility?.address?.line1,
    "32.place": placeText(facility),
    "32a": facility?.id,
    "33.area": phone?.slice(0, 3),
    "33.phone": phone?.slice(3),
    "33.name": nameText(billingProvider),
    "33.street": billingProvider?.address?.line1,
    "33.place": placeText(billingProvider),
    "33a": billingProvider?.id,
  };
}

/** A service on its line of item 24; the day of a single day stands twice. */
function service(
  claim: WritableClaim,
  line: ClaimServiceLine,
): Partial<Record<ServiceItem, string | undefined>> {
  const from = dateParts(line.serviceFrom);
  const to = dateParts(line.serviceThrough ?? line.serviceFrom);
  const [first, second, third, fourth] = line.procedure?.modifiers ?? [];
  const rendering =
    [...line.parties, ...claim.parties].find(({ entityCode }) => entityCode === "82") ??
    claim.billingProvider;
  const { drug } = line;
  return {
    supplement:
      drug && [`N4${drug.ndc}`, `${drug.unit ?? ""}${drug.quantity ?? ""}`].join(" ").trim(),
    "24A.fromMonth": from?.month,
    "24A.fromDay": from?.day,
    "24A.fromYear": from?.year.slice(2),
    "24A.toMonth": to?.month,
    "24A.toDay": to?.day,
    "24A.toYear": to?.year.slice(2),
    "24B": line.placeOfService ?? claim.facilityCode,
    "24C": line.emergency ? "Y" : undefined,
    "24D": line.procedure?.code,
    "24D.1": first,
    "24D.2": second,
    "24D.3": third,
    "24D.4": fourth,
    "24E": line.diagnosisPointers.map((pointer) => "ABCDEFGHIJKL"[pointer - 1] ?? "").join(""),
    "24F": moneyText(line.chargedCents),
    "24G": line.quantity,
    "24J": rendering?.id,
  };
}

/** Item 29 of one form: a patient's payment stands on the first. */
function paidCents(
  claim: WritableClaim,
  lines: readonly ClaimServiceLine[],
  isFirst: boolean,
): number {
  const byPatient = claim.amounts.find(({ qualifier }) => qualifier === "F5")?.cents ?? 0;
  const own = isFirst ? byPatient : 0;
  if (["MA", "MB"].includes(claim.coverage.filingIndicator ?? "")) return own;
  const onLines = lines
    .flatMap((line) => line.adjudications)
    .reduce((sum, { paidCents: paid }) => sum + paid, 0);
  const whole = claim.otherCoverages
    .filter(({ adjudicatedOn }) => isFirst && adjudicatedOn !== undefined)
    .flatMap(({ amounts }) => amounts)
    .reduce((sum, { qualifier, cents }) => sum + (qualifier === "D" ? cents : 0), 0);
  return own + onLines + whole;
}
