import { type ChargeItem, priceOn } from "../../masters/charge-master/price.ts";
import type { LineFacts, SubjectFacts, WholeFacts } from "../../work/edit/facts.ts";
import { type Background, known, nothingOfLine, unknown } from "../background/background.ts";
import type { JudgedService } from "../background/judged-service.ts";
import type { ChargeSource, ClaimSources } from "../claim/claim-sources.ts";
import { chargeAmount, isUnits } from "./charge-amount.ts";

/** An encounter with what its charges rest on. */
type ChargeGround = {
  readonly sources: ClaimSources;
  readonly background: Background;
  readonly payerId: number | undefined;
  /** Whether the note is signed, as the checklist says. */
  readonly isNoteSigned: boolean;
  readonly prices: readonly ChargeItem[];
};

/** Units of a line as a number, to be compared. */
function unitsOf({ units }: ChargeSource): number | undefined {
  return units === undefined || units === "" ? undefined : Number(units);
}

/** The services of an encounter, to be looked up before they are a claim. */
export function serviceOfEncounter(
  encounterId: number,
  {
    patientId,
    payerId,
    sources,
    memberIdKey,
  }: {
    readonly patientId: number;
    readonly payerId: number | undefined;
    readonly sources: ClaimSources;
    readonly memberIdKey: string | undefined;
  },
): JudgedService {
  const { encounter, providers } = sources;
  return {
    id: encounterId,
    claimId: undefined,
    patientControlNumber: undefined,
    predecessorId: undefined,
    isSent: false,
    patientId,
    payerId,
    memberIdKey,
    serviceFrom: encounter.serviceFrom,
    renderingNpi: providers.rendering?.npi,
    billingNpi: providers.billing?.npi,
    frequencyCode: "1",
    isSecondary: false,
    priorPayerOn: undefined,
    remittanceOn: undefined,
    authorizationNumber: encounter.priorAuthorization,
    appointmentId: undefined,
    lines: encounter.lines.map((line) => ({
      procedureCode: line.procedureCode,
      modifiers: line.modifiers,
      units: unitsOf(line),
      serviceFrom: line.serviceFrom ?? encounter.serviceFrom,
    })),
  };
}

/** What an encounter states, for the edits that run when charges are saved. */
export function chargeFacts(ground: ChargeGround): Omit<SubjectFacts, "codes"> {
  const { sources, background, prices } = ground;
  const { encounter } = sources;
  return {
    whole: { ...background.whole, ...peopleFacts(ground), ...visitFacts(ground) },
    lines: encounter.lines.map((line, at) => ({
      ...(background.lines[at] ?? nothingOfLine),
      ...lineFacts(line, sources, prices),
    })),
    diagnoses: encounter.diagnoses.map((code) => ({ "diagnosis.code": code })),
    serviceOn: encounter.serviceFrom,
  };
}

function peopleFacts({ sources, payerId }: ChargeGround): WholeFacts {
  const { patient, coverages, providers, facility } = sources;
  const [coverage] = coverages;
  return {
    "patient.lastName": patient.lastName,
    "patient.firstName": patient.firstName,
    "patient.dateOfBirth": patient.dateOfBirth,
    "patient.gender": patient.gender,
    "coverage.isStated": coverage !== undefined,
    "coverage.memberId": coverage?.memberId,
    "coverage.relationship": coverage?.relationship,
    "coverage.filingIndicator": coverage?.filingIndicator,
    "payer.id": known(payerId, "coverage"),
    "payer.name": coverage?.payer.name,
    "payer.identifier": coverage?.payer.identifier,
    "billingProvider.npi": providers.billing?.npi,
    "renderingProvider.npi": (providers.rendering ?? providers.billing)?.npi,
    "referringProvider.npi": providers.referring?.npi,
    "supervisingProvider.npi": providers.supervising?.npi,
    "facility.isStated": facility !== undefined,
    "facility.npi": facility?.npi,
  };
}

function visitFacts({ sources, isNoteSigned }: ChargeGround): WholeFacts {
  const { encounter, facility } = sources;
  return {
    "claim.kind": "professional",
    "claim.placeOfService": encounter.placeOfService ?? facility?.placeOfService,
    "claim.serviceFrom": encounter.serviceFrom,
    "claim.serviceThrough": encounter.serviceThrough ?? encounter.serviceFrom,
    "claim.chargedCents": encounter.lines.reduce((sum, line) => sum + line.chargedCents, 0),
    "claim.isAccident": encounter.relatedCauses.length > 0,
    "claim.isAutoAccident": encounter.relatedCauses.includes("AA"),
    "claim.isEmploymentRelated": encounter.relatedCauses.includes("EM"),
    "claim.accidentOn": encounter.accidentOn,
    "claim.accidentState": encounter.accidentState,
    "claim.admittedOn": encounter.admittedOn,
    "claim.dischargedOn": encounter.dischargedOn,
    "claim.cliaNumber": facility?.cliaNumber,
    "authorization.number": encounter.priorAuthorization,
    "referral.number": encounter.referralNumber,
    // The checklist says that the note is signed, not on which day.
    "encounter.signedOn": isNoteSigned ? unknown("day of the signature") : undefined,
  };
}

function lineFacts(
  line: ChargeSource,
  { encounter, facility }: ClaimSources,
  prices: readonly ChargeItem[],
): LineFacts {
  const on = line.serviceFrom ?? encounter.serviceFrom;
  return {
    "line.procedureCode": line.procedureCode,
    "line.modifiers": line.modifiers,
    "line.units": unitsOf(line),
    "line.chargedCents": line.chargedCents,
    "line.priceCents": priceOf(line, on, prices),
    "line.serviceFrom": on,
    "line.serviceThrough": line.serviceThrough ?? on,
    "line.placeOfService":
      line.placeOfService ?? encounter.placeOfService ?? facility?.placeOfService,
    "line.diagnosisPointers": line.diagnosisPointers,
    "line.ndc": line.ndc,
    "line.ndcUnit": line.ndcUnit,
    "line.ndcUnits": line.ndcQuantity === undefined ? undefined : Number(line.ndcQuantity),
  };
}

function priceOf(line: ChargeSource, on: string, prices: readonly ChargeItem[]) {
  const { procedureCode: code, modifiers, units = "1" } = line;
  const price = priceOn(prices, { code, modifiers, on });
  return price.is === "priced" && isUnits(units)
    ? chargeAmount(price.item.priceCents, units)
    : undefined;
}
