import { sumOf } from "../cents.ts";
import { dateOf, isBusinessDay, weekdayOf } from "../civil-day.ts";
import { billEncounter, controlNumberOf } from "../office/bill-encounter.ts";
import type { BilledClaim } from "../office/claim.ts";
import { parameters, type SlipRow } from "../parameters/parameters.ts";
import { type Encounter, encounterOf } from "../world/encounter.ts";
import { plantSlip } from "../world/slip.ts";
import { lifeOf } from "./claim-life.ts";
import { type Run, schedule } from "./run.ts";

const attemptsMost = 12;

/** The visits of a day: the claims numbered from `first` up to before `next`, and visits without one. */
export function billDay(run: Run, first: number, next: number): void {
  for (let index = first; index < next; index += 1) billOne(run, index);
  for (let index = first; index < next; index += 1) missAppointments(run, index);
}

function billOne(run: Run, index: number): void {
  const { world, profile, day } = run;
  for (let attempt = 0; attempt < attemptsMost; attempt += 1) {
    const encounter = encounterOf(world, { index, attempt, day });
    const slip = plantSlip(encounter, profile);
    const isBilled =
      encounter.primary !== undefined ||
      encounter.visit.injury === true ||
      slip?.kind === "coverage-lapsed";
    if (isBilled) {
      const context = { profile, firstProvider: world.practice.providers[0] };
      const claim = billEncounter(encounter, slip, context);
      openClaim(run, claim);
      if (slip?.kind === "sent-as-another-claim") openClaim(run, anotherOf(claim));
      tellAppointment(run, { encounter, slip, status: "completed", claim });
      return;
    }
    tellAppointment(run, { encounter, slip: undefined, status: "self-pay" });
  }
}

function openClaim(run: Run, claim: BilledClaim): void {
  const life = lifeOf(claim);
  run.lives.set(life.patientControlNumber, life);
  schedule(run, submissionDayFrom(claim.readyOn), { is: "send", life, claim, as: "original" });
  collectCopay(run, claim);
}

/** The same services under another number, sent some days later. */
function anotherOf(claim: BilledClaim): BilledClaim {
  const patientControlNumber = controlNumberOf(claim.encounter.index, "RD");
  return {
    ...claim,
    patientControlNumber,
    lines: claim.lines.map((line) => ({
      ...line,
      controlNumber: patientControlNumber + line.controlNumber.slice(-2),
    })),
    readyOn: claim.readyOn + 9,
  };
}

/** Claims go out on Mondays, Wednesdays and Fridays. */
export function submissionDayFrom(day: number): number {
  let at = day;
  while (weekdayOf(at) % 2 === 0 || !isBusinessDay(at)) at += 1;
  return at;
}

function collectCopay(run: Run, claim: BilledClaim): void {
  const { payer, encounter, patientControlNumber } = claim;
  const { stream, patient } = encounter;
  const { copayCents } = payer.benefits;
  const hasVisit = claim.lines.some(({ code }) => code.startsWith("992"));
  const habit = (parameters.copayAtVisit.value * patient.payingPermille) / 1000;
  if (copayCents === 0 || !hasVisit || claim.slip?.kind === "sent-as-another-claim") return;
  if (!stream.happens("copay-at-visit", Math.floor(habit))) return;
  const life = run.lives.get(patientControlNumber);
  if (life === undefined) return;
  const cents = Math.min(copayCents, claim.chargedCents);
  const receipt = `C${patientControlNumber}`;
  schedule(run, encounter.day, { is: "patient-pays", life, cents, receipt });
}

type Told = {
  readonly encounter: Encounter;
  readonly slip: SlipRow | undefined;
  readonly status: "completed" | "no-show" | "cancelled" | "self-pay";
  readonly claim?: BilledClaim;
};

function tellAppointment(run: Run, { encounter, slip, status, claim }: Told): void {
  const { patient, provider, visit, lines, diagnoses, primary, day } = encounter;
  const isDone = status === "completed" || status === "self-pay";
  const payer = visit.injury === undefined ? primary?.payer.key : "workers";
  run.outputs.push({
    type: "truth",
    record: {
      truth: "appointments",
      day: dateOf(day),
      patient: patient.index,
      provider: provider.index,
      status,
      visit: visit.name,
      claim: claim?.patientControlNumber,
      rightPayer: payer,
      rightCodes: isDone
        ? lines.map(({ code, modifiers, units }) => `${[code, ...modifiers].join("-")}x${units}`)
        : [],
      rightDiagnoses: isDone ? diagnoses : [],
      slip:
        slip === undefined
          ? undefined
          : { kind: slip.kind, stage: slip.stage, process: slip.process },
    },
  });
}

/** Appointments that nobody kept. */
function missAppointments(run: Run, index: number): void {
  const { world, day } = run;
  const stream = world.root.at("missed", index);
  const shares = [
    ["no-show", parameters.noShowPermille.value],
    ["cancelled", parameters.cancelledPermille.value],
  ] as const;
  for (const [status, permille] of shares) {
    if (!stream.happens(status, permille)) continue;
    const encounter = encounterOf(world, { index: -1 - index, attempt: 0, day });
    tellAppointment(run, { encounter, slip: undefined, status });
  }
}

/** How many claims the practice has made before each day: it grows from 70 to 100 % of its size. */
export function claimsBefore(firstDay: number, days: number, claims: number): number[] {
  const weights = Array.from({ length: days }, (_, at) =>
    isBusinessDay(firstDay + at) ? 700 * days + 300 * at : 0,
  );
  const total = sumOf(weights, (weight) => weight);
  const before = [0];
  let reached = 0;
  for (const weight of weights) {
    reached += weight;
    before.push(total === 0 ? 0 : Math.floor((claims * reached) / total));
  }
  return before;
}
