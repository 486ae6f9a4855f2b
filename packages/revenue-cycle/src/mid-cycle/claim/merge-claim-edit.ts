import type {
  Claim837,
  ClaimCode,
  ClaimServiceLine,
  OtherCoverage,
  Party,
  QualifiedDate,
  Reference,
  WritableClaim,
} from "@headwater/x12";
import {
  addressEditSchema,
  type ClaimEdit,
  claimEditSchema,
  coverageEditSchema,
  lineEditSchema,
  otherCoverageEditSchema,
  partyEditSchema,
} from "./claim-edit-schema.ts";
import { lineItemControlNumberOf } from "./control-number.ts";
import { withWritableTexts } from "./writable-text.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * A value with the fields of a schema as they were typed (one that is absent was taken out) and all
 * other fields as they were: rare elements that no form shows are carried along.
 */
function overlay<Value>(
  stored: Value | undefined,
  typed: object,
  schema: { readonly shape: object },
): Value {
  const fields: Record<string, unknown> = { ...(stored ?? {}) };
  for (const key of Object.keys(schema.shape)) fields[key] = (typed as Fields)[key];
  return fields as Value;
}

/**
 * The claim with what a person typed. Numbers stay; what follows from other fields follows: the total
 * is the sum of the lines, diagnoses and dates are those of codes and lines, lines are counted anew and
 * keep their control numbers, a new one gets the next.
 */
export function mergeClaimEdit(stored: WritableClaim, typed: ClaimEdit): WritableClaim {
  const lines = mergeLines(stored, typed.lines);
  const codes = typed.codes.map((code): ClaimCode => {
    const known = stored.codes.find(
      (each) => each.qualifier === code.qualifier && each.code === code.code,
    );
    return known ?? { ...noFacts, ...code, code: code.code.replaceAll(".", "").toUpperCase() };
  });
  const isDependent = typed.patientRelationship !== undefined;
  const coverage = {
    ...overlay(stored.coverage, typed.coverage, coverageEditSchema),
    subscriber: mergeParty(stored.coverage.subscriber, typed.coverage.subscriber),
    payer: mergeParty(stored.coverage.payer, typed.coverage.payer),
    ...(isDependent ? { relationship: typed.patientRelationship } : {}),
  };
  const payToPlan = mergeParty(stored.payToPlan, typed.payToPlan);
  const claim: WritableClaim = {
    ...overlay(stored, typed, claimEditSchema),
    chargedCents: lines.reduce((sum, line) => sum + line.chargedCents, 0),
    billingProvider: mergeParty(stored.billingProvider, typed.billingProvider),
    payToAddress: mergeParty(stored.payToAddress, typed.payToAddress),
    ...(payToPlan === undefined ? {} : { payToPlan }),
    coverage,
    patient: isDependent ? mergeParty(stored.patient, typed.patient) : coverage.subscriber,
    otherCoverages: typed.otherCoverages.map((other, index) =>
      mergeOther(stored.otherCoverages[index], other),
    ),
    codes,
    diagnoses: codes.filter(isDiagnosis).map(({ code }) => code),
    parties: mergeParties(stored.parties, typed.parties),
    ...numbersOf(typed.references),
    lines,
    ...serviceDatesOf(lines),
  };
  return withWritableTexts(claim);
}

const noFacts = {
  date: undefined,
  through: undefined,
  cents: undefined,
  presentOnAdmission: undefined,
};

function isDiagnosis({ qualifier }: ClaimCode): boolean {
  return ["ABK", "ABF", "BK", "BF"].includes(qualifier);
}

function mergeParty(stored: Party | undefined, typed: object | undefined): Party | undefined {
  if (typed === undefined) return undefined;
  const party = overlay(stored, typed, partyEditSchema);
  const { address } = typed as { address?: object };
  if (address === undefined) return { ...party, address: undefined };
  return { ...party, address: overlay(stored?.address, address, addressEditSchema) };
}

/** A provider is the same one as long as it has the same part and number of its kind. */
function mergeParties(stored: readonly Party[], typed: ClaimEdit["parties"]): Party[] {
  return typed.flatMap((party, index) => {
    const earlier = typed.slice(0, index).filter((each) => each.entityCode === party.entityCode);
    const known = stored.filter((each) => each.entityCode === party.entityCode)[earlier.length];
    return mergeParty(known, party) ?? [];
  });
}

function mergeOther(
  stored: OtherCoverage | undefined,
  typed: ClaimEdit["otherCoverages"][number],
): OtherCoverage {
  return {
    ...overlay(stored, typed, otherCoverageEditSchema),
    subscriber: mergeParty(stored?.subscriber, typed.subscriber),
    payer: mergeParty(stored?.payer, typed.payer),
    ...(typed.providers === undefined
      ? {}
      : { providers: mergeParties(stored?.providers ?? [], typed.providers) }),
  };
}

function mergeLines(stored: WritableClaim, typed: ClaimEdit["lines"]): ClaimServiceLine[] {
  const given = stored.lines.map((line) => lineSuffix(line.lineItemControlNumber));
  let last = Math.max(stored.lines.length, ...given);
  return typed.map((line, index) => {
    const known = stored.lines.find((each) => each.number === line.number);
    if (known === undefined) last += 1;
    const controlNumber =
      known?.lineItemControlNumber ?? lineItemControlNumberOf(stored.patientControlNumber, last);
    return mergeLine(known, line, { number: index + 1, controlNumber });
  });
}

function lineSuffix(controlNumber: string | undefined): number {
  const match = /L(\d{1,4})$/.exec(controlNumber ?? "");
  return match === null ? 0 : Number(match[1]);
}

const newLine = { revenueCode: undefined, nonCoveredCents: undefined, teeth: [] };

function mergeLine(
  stored: ClaimServiceLine | undefined,
  typed: ClaimEdit["lines"][number],
  { number, controlNumber }: { readonly number: number; readonly controlNumber: string },
): ClaimServiceLine {
  const { serviceFrom: from } = typed;
  const through = typed.serviceThrough ?? from;
  const service: QualifiedDate[] =
    from === undefined
      ? []
      : [{ qualifier: "472", from, through: through === from ? undefined : through }];
  const line = overlay<ClaimServiceLine>(stored, typed, lineEditSchema);
  return {
    ...newLine,
    ...line,
    number,
    serviceThrough: through,
    lineItemControlNumber: controlNumber,
    dates: [...service, ...typed.dates.map(periodOf)],
    references: [...typed.references, { qualifier: "6R", id: controlNumber }],
    parties: mergeParties(stored?.parties ?? [], typed.parties),
  };
}

function periodOf(date: ClaimEdit["dates"][number]): QualifiedDate {
  return { qualifier: date.qualifier, from: date.from, through: date.through };
}

type Numbers = Pick<
  Claim837,
  "references" | "priorAuthorization" | "referralNumber" | "originalPayerClaimControlNumber"
>;

function numbersOf(references: readonly Reference[]): Numbers {
  const of = (qualifier: string) => references.find((each) => each.qualifier === qualifier)?.id;
  return {
    references,
    priorAuthorization: of("G1"),
    referralNumber: of("9F"),
    originalPayerClaimControlNumber: of("F8"),
  };
}

function serviceDatesOf(lines: readonly ClaimServiceLine[]) {
  const from = lines.flatMap(({ serviceFrom }) => serviceFrom ?? []).sort();
  const through = lines.flatMap(({ serviceThrough }) => serviceThrough ?? []).sort();
  return { serviceFrom: from[0], serviceThrough: through.at(-1) };
}

/** Paths of the fields in which two values differ, `lines.0.quantity` and the like. */
export function differingPaths(one: unknown, other: unknown, path = ""): string[] {
  if (one === other) return [];
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return [path];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differingPaths((one as Fields)[key], (other as Fields)[key], path ? `${path}.${key}` : key),
  );
}
