import type {
  ClaimCoverage,
  ClaimServiceLine,
  LineAdjudication,
  OtherCoverage,
  Party,
  Procedure,
  Reference,
  WritableClaim,
} from "@headwater/x12";
import { plainParty } from "../../mid-cycle/claim/claim-parties.ts";
import { withWritableTexts } from "../../mid-cycle/claim/writable-text.ts";
import {
  type PriorAdjudication,
  type PriorImbalance,
  type PriorLinePart,
  priorImbalances,
} from "./prior-adjudication.ts";

export type SecondarySources = {
  /** The claim as its first payer got it. */
  readonly content: WritableClaim;
  /** Everybody who covers the patient, in the order in which they pay. */
  readonly payers: readonly ClaimCoverage[];
  /** Position of the payer it goes to in `payers`, from 1. */
  readonly rank: number;
  /** What the payers before it answered. */
  readonly prior: readonly PriorAdjudication[];
};

export type BuiltSecondary =
  | { readonly is: "built"; readonly claim: WritableClaim }
  | {
      readonly is: "refused";
      readonly code: "coverage_missing" | "prior_payer_silent" | "payer_without_identifier";
    }
  /** What an earlier payer answered does not add up, so nobody after it would take the claim. */
  | {
      readonly is: "refused";
      readonly code: "prior_not_balanced";
      readonly imbalances: readonly PriorImbalance[];
    };

/** SBR01 by the order of payers. */
const sequences = "PSTABCDEFGH";

/**
 * Makes of a claim the one that its next payer gets (005010X222A1, X223A2: provider to payer to
 * provider, 1.4.2): the same claim under the same numbers, billed to the payer of `rank`, with what each
 * payer before it paid and adjusted, on the claim (2320, 2330B) and on its lines (2430). Every equation
 * of coordination of benefits holds to the cent, or nothing is built.
 */
export function buildSecondaryClaim(sources: SecondarySources): BuiltSecondary {
  const { content, payers, rank, prior } = sources;
  const destination = payers[rank - 1];
  if (destination === undefined || rank < 2) return { is: "refused", code: "coverage_missing" };
  const before = prior.filter((one) => one.rank < rank);
  for (let one = 1; one < rank; one += 1) {
    if (!before.some((each) => each.rank === one)) {
      return { is: "refused", code: "prior_payer_silent" };
    }
    if (payers[one - 1]?.payer?.id === undefined) {
      return { is: "refused", code: "payer_without_identifier" };
    }
  }
  const billed = billedAmounts(content);
  const imbalances = before.flatMap((one) => priorImbalances(one, billed));
  if (imbalances.length > 0) return { is: "refused", code: "prior_not_balanced", imbalances };
  return { is: "built", claim: withWritableTexts(claimTo(destination, sources, before)) };
}

/** Charges of a claim and its lines, as the equations need them. */
function billedAmounts(content: WritableClaim) {
  return {
    chargedCents: content.chargedCents,
    lines: content.lines.map((line, index) => ({
      lineNumber: index + 1,
      lineItemControlNumber: line.lineItemControlNumber,
      procedureCode: line.procedure?.code,
      modifiers: line.procedure?.modifiers ?? [],
      revenueCode: line.revenueCode,
      chargedCents: line.chargedCents,
      units: line.quantity,
      serviceFrom: line.serviceFrom,
    })),
  };
}

function claimTo(
  destination: ClaimCoverage,
  { content, payers, rank }: SecondarySources,
  before: readonly PriorAdjudication[],
): WritableClaim {
  const isSelf = relationshipOf(destination, content) === "18";
  const coverage: ClaimCoverage = {
    ...destination,
    sequence: sequenceOf(rank),
    relationship: relationshipOf(destination, content),
    subscriber: subscriberOf(destination, content),
    payer: destination.payer && withReferences(destination.payer, payerReferences),
  };
  const { priorAuthorization: _, referralNumber: __, ...rest } = content;
  return {
    ...rest,
    frequencyCode: "1",
    coverage,
    patient: isSelf ? coverage.subscriber : patientOf(content),
    patientRelationship: isSelf ? undefined : coverage.relationship,
    otherCoverages: payers.flatMap((payer, index) =>
      index + 1 === rank ? [] : otherCoverage(payer, index + 1, { content, before }),
    ),
    // Authorizations and the number of a claim before it are the first payer's: they stand with it.
    references: content.references.filter(({ qualifier }) => !payersOwn.has(qualifier)),
    priorAuthorization: undefined,
    referralNumber: undefined,
    originalPayerClaimControlNumber: undefined,
    lines: content.lines.map((line, index) => ({
      ...line,
      adjudications: before.flatMap((prior) =>
        lineAdjudications(line, index + 1, { content, payer: payers[prior.rank - 1], prior }),
      ),
    })),
  };
}

const payersOwn: ReadonlySet<string> = new Set(["F8", "G1", "9F"]);

function sequenceOf(rank: number): string {
  return sequences[rank - 1] ?? "U";
}

function relationshipOf(coverage: ClaimCoverage, content: WritableClaim): string {
  if (coverage.relationship !== undefined) return coverage.relationship;
  const { subscriber } = coverage;
  const { patient } = content;
  const isSame =
    subscriber?.lastNameOrOrganization === patient?.lastNameOrOrganization &&
    subscriber?.firstName === patient?.firstName;
  return isSame ? "18" : "G8";
}

/** References that a payer's own loop has (2010BB): tax and plan numbers. */
const payerReferences: ReadonlySet<string> = new Set(["2U", "EI", "FY", "NF"]);

function withReferences(party: Party, kept: ReadonlySet<string>): Party {
  return {
    ...party,
    references: party.references.filter(({ qualifier }) => kept.has(qualifier)),
    contacts: [],
  };
}

/** The patient stands whole in the subscriber's place when they are one person (2010BA). */
function subscriberOf(coverage: ClaimCoverage, content: WritableClaim): Party | undefined {
  const { subscriber } = coverage;
  if (subscriber === undefined) return undefined;
  const own = withReferences(subscriber, new Set(["SY"]));
  const { patient } = content;
  if (relationshipOf(coverage, content) !== "18" || patient === undefined) return own;
  return {
    ...own,
    address: own.address ?? patient.address,
    dateOfBirth: own.dateOfBirth ?? patient.dateOfBirth,
    gender: own.gender ?? patient.gender,
  };
}

/** The patient in a loop of his own (2010CA): without the member id of a coverage. */
function patientOf({ patient }: WritableClaim): Party | undefined {
  if (patient === undefined) return undefined;
  const { entityCode: _, idQualifier: __, id: ___, references: ____, ...named } = patient;
  return { ...plainParty("QC"), ...named, contacts: [] };
}

type Told = { readonly content: WritableClaim; readonly before: readonly PriorAdjudication[] };

/** Loop 2320 with 2330A and 2330B: of a payer that answered, what it paid and adjusted. */
function otherCoverage(coverage: ClaimCoverage, rank: number, told: Told): OtherCoverage {
  const prior = told.before.find((one) => one.rank === rank);
  const known = told.content.otherCoverages.find(
    (other) =>
      other.payer?.id === coverage.payer?.id && other.subscriber?.id === coverage.subscriber?.id,
  );
  const { subscriber, payer } = coverage;
  return {
    ...coverage,
    sequence: sequenceOf(rank),
    relationship: relationshipOf(coverage, told.content),
    subscriber: subscriber && {
      ...withReferences(subscriber, new Set(["SY"])),
      dateOfBirth: undefined,
      gender: undefined,
    },
    payer: payer && {
      ...withReferences(payer, payerReferences),
      references: otherPayerReferences(payer, rank, { ...told, prior }),
    },
    adjustments: prior?.adjustments ?? [],
    amounts: prior === undefined ? [] : amountsOf(prior),
    benefitsAssigned: known?.benefitsAssigned ?? told.content.benefitsAssigned,
    releaseOfInformation: known?.releaseOfInformation ?? told.content.releaseOfInformation,
    // MOA has room for five remarks.
    remarkCodes: prior?.remarkCodes.slice(0, 5) ?? [],
    adjudicatedOn: prior?.lines.length === 0 ? prior.adjudicatedOn : undefined,
  };
}

/** REF of 2330B: the first payer's authorizations, and the number that the payer gave the claim. */
function otherPayerReferences(
  payer: Party,
  rank: number,
  { content, prior }: Told & { readonly prior: PriorAdjudication | undefined },
): Reference[] {
  const stated: readonly (readonly [qualifier: string, id: string | undefined])[] =
    rank === 1
      ? [
          ["9F", content.referralNumber],
          ["G1", content.priorAuthorization],
          ["F8", prior?.payerClaimControlNumber],
        ]
      : [["F8", prior?.payerClaimControlNumber]];
  return [
    ...payer.references.filter(({ qualifier }) => payerReferences.has(qualifier)),
    ...stated.flatMap(([qualifier, id]) => (id === undefined ? [] : [{ qualifier, id }])),
  ];
}

/** AMT*D, and what is left to the patient (EAF) where no line says it. */
function amountsOf(prior: PriorAdjudication): OtherCoverage["amounts"] {
  const paid = { qualifier: "D", cents: prior.paidCents };
  return prior.lines.length > 0 || prior.patientCents <= 0
    ? [paid]
    : [paid, { qualifier: "EAF", cents: prior.patientCents }];
}

type Answer = {
  readonly content: WritableClaim;
  readonly payer: ClaimCoverage | undefined;
  readonly prior: PriorAdjudication;
};

/** Loop 2430 for each part in which the payer answered the line. */
function lineAdjudications(
  line: ClaimServiceLine,
  lineNumber: number,
  { content, payer, prior }: Answer,
): LineAdjudication[] {
  const parts = prior.lines.filter((part) => part.lineNumber === lineNumber);
  return parts.map((part) => {
    const patientCents = part.adjustments
      .filter(({ groupCode }) => groupCode === "PR")
      .reduce((sum, { cents }) => sum + cents, 0);
    const { revenueCode } = line;
    return {
      payerId: payer?.payer?.id ?? "",
      paidCents: part.paidCents,
      procedure: procedureOf(line, part),
      quantity: part.units ?? line.quantity,
      bundledInto: bundledInto(part, lineNumber, content),
      ...(revenueCode === undefined ? {} : { revenueCode: part.revenueCode ?? revenueCode }),
      adjustments: part.adjustments,
      adjudicatedOn: part.adjudicatedOn,
      remainingPatientLiabilityCents: patientCents > 0 ? patientCents : undefined,
    };
  });
}

/** As adjudicated; a line billed by its revenue code alone has no procedure. */
function procedureOf(line: ClaimServiceLine, part: PriorLinePart): Procedure | undefined {
  const { procedure } = line;
  if (procedure === undefined) return undefined;
  if (part.procedureCode === undefined) return { ...procedure, description: undefined };
  const { qualifier } = procedure;
  return { qualifier, code: part.procedureCode, modifiers: part.modifiers, description: undefined };
}

/** SVD06: the line into whose code the payer bundled this one. */
function bundledInto(
  part: PriorLinePart,
  lineNumber: number,
  content: WritableClaim,
): string | undefined {
  const { procedureCode, submittedProcedureCode } = part;
  if (submittedProcedureCode === undefined || procedureCode === submittedProcedureCode) {
    return undefined;
  }
  const target = content.lines.find(
    (line, index) => index + 1 !== lineNumber && line.procedure?.code === procedureCode,
  );
  return target === undefined ? undefined : String(target.number);
}
