import { sumOf } from "../cents.ts";
import type { SlipKind, SlipRow } from "../parameters/parameters.ts";
import { parameters } from "../parameters/parameters.ts";
import type { Profile } from "../parameters/profiles.ts";
import { payerOf } from "../payers/payers.ts";
import type { KeyedStream } from "../random/keyed-stream.ts";
import { employers } from "../tables/names.ts";
import { chargeCents, serviceOf } from "../tables/services.ts";
import type { DocumentedLine, Encounter } from "../world/encounter.ts";
import { type Coverage, formerOn } from "../world/patient.ts";
import { isEnrolled, type Provider } from "../world/practice.ts";
import { lowerCode, wantsRecords, wantsReferral } from "../world/slip.ts";
import type { BilledClaim, BilledLine, Injury } from "./claim.ts";

const alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/**
 * Our number of a claim: a mark for the practice, eight digits, a check character and one more, at
 * most 17 characters that survive a change of case. Cut to eleven it still tells claims apart.
 */
export function controlNumberOf(index: number, mark = "RB"): string {
  const digits = String(index + 1).padStart(8, "0");
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) sum += Number(digits[at]) * (at + 2);
  return `${mark}${digits}${alphabet[sum % alphabet.length]}X`;
}

/** What the office makes of an encounter, with the slip that happened to it. */
export function billEncounter(
  encounter: Encounter,
  slip: SlipRow | undefined,
  context: { readonly profile: Profile; readonly firstProvider: Provider },
): BilledClaim {
  const injury = encounter.visit.injury === undefined ? undefined : injuryOf(encounter);
  const coverage = coverageBilled(encounter, slip?.kind, injury);
  const patientControlNumber = controlNumberOf(encounter.index);
  const diagnoses = diagnosesBilled(encounter, slip?.kind);
  const lines = linesBilled(encounter, slip?.kind, patientControlNumber);
  const { payer } = coverage;
  const { stream } = encounter;
  const wanted = encounter.lines.some(({ code }) => payer.rules.authorizationCodes.includes(code));
  const isAuthorized = wanted && slip?.kind !== "authorization-missing";
  const isReferred = payer.rules.wantsReferral && wantsReferral(encounter);
  const lag = stream.between("charge-lag", context.profile.chargeLagDays);
  const late = slip?.kind === "filed-late" ? payer.rules.filingLimitDays + 8 : 0;
  return {
    patientControlNumber,
    encounter,
    slip,
    payer,
    payerIdWritten: slip?.kind === "payer-id-wrong" ? `${payer.id}X` : payer.id,
    coverage,
    memberIdWritten:
      slip?.kind === "member-id-wrong" ? mistyped(coverage.memberId, stream) : coverage.memberId,
    bornOnWritten:
      slip?.kind === "birth-date-wrong"
        ? otherYear(encounter.patient.bornOn)
        : encounter.patient.bornOn,
    injury,
    nextCoverage:
      injury === undefined && slip?.kind !== "other-coverage-missed"
        ? nextOf(encounter, coverage)
        : undefined,
    rendering: renderingOf(encounter, slip?.kind, { coverage, first: context.firstProvider }),
    placeOfService: slip?.kind === "place-wrong" ? "22" : "11",
    diagnoses,
    lines,
    chargedCents: sumOf(lines, ({ chargedCents }) => chargedCents),
    authorizationNumber: isAuthorized
      ? `AU${stream.between("authorization", [100_000, 999_999])}`
      : undefined,
    referralNumber:
      isReferred && slip?.kind !== "referral-missing"
        ? `RF${stream.between("referral", [100_000, 999_999])}`
        : undefined,
    recordsAttached: wantsRecords(encounter) && slip?.kind !== "records-not-sent",
    frequency: "1",
    replacesPayerNumber: undefined,
    readyOn: encounter.day + lag + late,
  };
}

function injuryOf({ stream, day }: Encounter): Injury {
  return {
    employer: stream.pick("employer", employers),
    claimNumber: `WC${stream.between("injury", [1_000_000, 9_999_999])}`,
    state: "IL",
    day: day - stream.between("hurt", [0, 3]),
  };
}

/** Under which coverage the office bills; wrong for some slips. */
function coverageBilled(
  encounter: Encounter,
  slip: SlipKind | undefined,
  injury: Injury | undefined,
): Coverage {
  const { patient, primary, secondary, day } = encounter;
  const fallback = primary ?? patient.primary[0];
  if (fallback === undefined) throw new RangeError("A billed encounter needs a coverage.");
  if (injury !== undefined) {
    return {
      ...fallback,
      payer: payerOf("workers"),
      memberId: injury.claimNumber,
      groupNumber: undefined,
      subscriber: patient,
      relationship: "18",
    };
  }
  const lapsed = formerOn(patient, day, parameters.lapsedUnnoticedDays.value);
  if (slip === "coverage-lapsed" && lapsed !== undefined) return lapsed;
  if (slip === "wrong-plan" && patient.underlying !== undefined) return patient.underlying;
  if (slip === "other-coverage-missed" && secondary !== undefined) return secondary;
  return fallback;
}

/** The coverage that is named beside the billed one: the patient's other one, if it still counts. */
function nextOf(encounter: Encounter, billed: Coverage): Coverage | undefined {
  return billed === encounter.primary ? encounter.secondary : undefined;
}

function renderingOf(
  { provider, day }: Encounter,
  slip: SlipKind | undefined,
  { coverage, first }: { readonly coverage: Coverage; readonly first: Provider },
): Provider {
  const isKnown = isEnrolled(provider, coverage.payer.key, day);
  return isKnown || slip === "provider-not-enrolled" ? provider : first;
}

function diagnosesBilled({ diagnoses }: Encounter, slip: SlipKind | undefined): readonly string[] {
  const [principal = "", ...others] = diagnoses;
  if (slip === "diagnosis-cut-short") return [principal.slice(0, -1), ...others];
  if (slip === "need-unproven") return ["R69"];
  return diagnoses;
}

const openers = new Set(["25", "59"]);

function linesBilled(
  encounter: Encounter,
  slip: SlipKind | undefined,
  controlNumber: string,
): BilledLine[] {
  const kept = slip === "charge-missed" ? encounter.lines.slice(0, -1) : encounter.lines;
  const pointers = slip === "need-unproven" ? [1] : encounter.diagnoses.map((_, at) => at + 1);
  return kept.map((documented, at) => {
    const line = withSlip(documented, slip);
    const number = at + 1;
    return {
      ...line,
      number,
      controlNumber: `${controlNumber}${String(number).padStart(2, "0")}`,
      chargedCents: chargeOf(line),
      pointers: pointers.slice(0, 4),
    };
  });
}

/** The practice charges half as much again for both sides. */
function chargeOf({ code, modifiers, units }: DocumentedLine): number {
  const cents = chargeCents(serviceOf(code)) * units;
  return modifiers.includes("50") ? Math.floor((cents * 3) / 2) : cents;
}

function withSlip(line: DocumentedLine, slip: SlipKind | undefined): DocumentedLine {
  if (slip === "modifier-missing") {
    return { ...line, modifiers: line.modifiers.filter((modifier) => !openers.has(modifier)) };
  }
  if (slip === "undercoded") return { ...line, code: lowerCode(line.code) ?? line.code };
  if (slip === "units-wrong" && ["17003", "J1100", "96372", "36415"].includes(line.code)) {
    return { ...line, units: serviceOf(line.code).unitsMost + 1 };
  }
  return line;
}

/** One of the last two digits mistyped: the number keeps its form. */
function mistyped(id: string, stream: KeyedStream): string {
  const at = id.length - 1 - stream.below("typo", 2);
  const digit = (Number(id[at]) + stream.between("digit", [1, 9])) % 10;
  return `${id.slice(0, at)}${digit}${id.slice(at + 1)}`;
}

function otherYear(date: string): string {
  return `${Number(date.slice(0, 4)) - 10}${date.slice(4)}`;
}
