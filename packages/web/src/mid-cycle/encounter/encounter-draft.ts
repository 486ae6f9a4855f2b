import type { EncounterAnswer } from "@headwater/revenue-cycle/mid-cycle/encounter/encounter-answers.ts";

/** A line of charges as it is typed. */
export type LineDraft = {
  readonly procedureCode: string;
  readonly modifiers: string;
  readonly pointers: string;
  readonly units: string;
  /** Dollars as typed; empty takes the price of the charge master. */
  readonly charged: string;
  readonly ndc: string;
  readonly ndcQuantity: string;
  readonly ndcUnit: string;
};

/** An encounter as it is typed; ids are texts, empty for none. */
export type EncounterForm = {
  readonly appointmentId: number | null;
  readonly patientId: number | undefined;
  readonly patientName: string;
  readonly serviceFrom: string;
  readonly serviceThrough: string;
  readonly placeOfService: string;
  readonly facilityId: string;
  readonly renderingProviderId: string;
  readonly billingProviderId: string;
  readonly referringProviderId: string;
  readonly supervisingProviderId: string;
  readonly priorAuthorization: string;
  readonly referralNumber: string;
  readonly documentation: Readonly<Record<string, boolean>>;
  readonly diagnoses: readonly string[];
  readonly lines: readonly LineDraft[];
};

export const emptyLine: LineDraft = {
  procedureCode: "",
  modifiers: "",
  pointers: "1",
  units: "1",
  charged: "",
  ndc: "",
  ndcQuantity: "",
  ndcUnit: "",
};

/** A visit of which nothing is typed yet. */
export function emptyForm(today: string): EncounterForm {
  return {
    appointmentId: null,
    patientId: undefined,
    patientName: "",
    serviceFrom: today,
    serviceThrough: "",
    placeOfService: "",
    facilityId: "",
    renderingProviderId: "",
    billingProviderId: "",
    referringProviderId: "",
    supervisingProviderId: "",
    priorAuthorization: "",
    referralNumber: "",
    documentation: {},
    diagnoses: [""],
    lines: [emptyLine],
  };
}

/** A visit as it stands, to be changed. */
export function formOf(encounter: EncounterAnswer): EncounterForm {
  const id = (value: number | null) => (value === null ? "" : String(value));
  return {
    appointmentId: encounter.appointmentId,
    patientId: encounter.patientId,
    patientName: encounter.patientName,
    serviceFrom: encounter.serviceFrom,
    serviceThrough: encounter.serviceThrough ?? "",
    placeOfService: encounter.placeOfService ?? "",
    facilityId: id(encounter.facilityId),
    renderingProviderId: id(encounter.renderingProviderId),
    billingProviderId: id(encounter.billingProviderId),
    referringProviderId: id(encounter.referringProviderId),
    supervisingProviderId: id(encounter.supervisingProviderId),
    priorAuthorization: encounter.circumstances.priorAuthorization ?? "",
    referralNumber: encounter.circumstances.referralNumber ?? "",
    documentation: encounter.documentation,
    diagnoses: encounter.diagnoses.length > 0 ? encounter.diagnoses : [""],
    lines: encounter.lines.map((line) => ({
      procedureCode: line.procedureCode,
      modifiers: line.modifiers.join(" "),
      pointers: line.diagnosisPointers.join(" "),
      units: line.units,
      charged: line.priceSource === "typed" ? (line.chargedCents / 100).toFixed(2) : "",
      ndc: line.ndc ?? "",
      ndcQuantity: line.ndcQuantity ?? "",
      ndcUnit: line.ndcUnit ?? "",
    })),
  };
}

/** What is sent: rows without a code and empty diagnoses are left out. */
export function bodyOf(form: EncounterForm, before: EncounterAnswer | undefined) {
  const stated = (text: string) => (text.trim() === "" ? null : text.trim());
  const id = (text: string) => (text === "" ? null : Number(text));
  return {
    appointmentId: form.appointmentId,
    patientId: form.patientId,
    facilityId: id(form.facilityId),
    renderingProviderId: id(form.renderingProviderId),
    billingProviderId: id(form.billingProviderId),
    referringProviderId: id(form.referringProviderId),
    supervisingProviderId: id(form.supervisingProviderId),
    serviceFrom: form.serviceFrom,
    serviceThrough: stated(form.serviceThrough),
    placeOfService: stated(form.placeOfService),
    documentation: form.documentation,
    circumstances: {
      ...(before?.circumstances ?? {}),
      priorAuthorization: stated(form.priorAuthorization),
      referralNumber: stated(form.referralNumber),
    },
    diagnoses: form.diagnoses.filter((code) => code.trim() !== ""),
    lines: form.lines.filter((line) => line.procedureCode.trim() !== "").map(lineBody),
  };
}

function lineBody(line: LineDraft) {
  const words = (text: string) =>
    text
      .toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean);
  const pointers = words(line.pointers).flatMap((part) => {
    const number = /^[A-L]$/.test(part) ? part.charCodeAt(0) - 64 : Number(part);
    return Number.isInteger(number) && number > 0 && number < 13 ? [number] : [];
  });
  const dollars = /^(\d{0,8})(?:\.(\d{0,2}))?$/.exec(line.charged.replaceAll(",", "").trim());
  const typed = line.charged.trim() !== "" && dollars !== null;
  return {
    procedureCode: line.procedureCode,
    modifiers: words(line.modifiers),
    diagnosisPointers: pointers.slice(0, 4),
    units: line.units.trim(),
    chargedCents: typed ? Number(`${dollars[1] || "0"}${(dollars[2] ?? "").padEnd(2, "0")}`) : null,
    ndc: line.ndc.trim() || null,
    ndcQuantity: line.ndcQuantity.trim() || null,
    ndcUnit: line.ndcUnit || null,
  };
}
