import { dollarsText } from "../cents.ts";
import { dateOf, dayOf } from "../civil-day.ts";
import { streamOfSeed } from "../random/keyed-stream.ts";
import { contractCentsOf, Tally } from "../truth/tally.ts";
import { patientsFor } from "../world/encounter.ts";
import { practiceOf } from "../world/practice.ts";
import { Agenda } from "./agenda.ts";
import { billDay, claimsBefore } from "./bill-day.ts";
import { type ClaimLife, standingOf } from "./claim-life.ts";
import { putFile } from "./deliver.ts";
import { endMonth, isMonthEnd, writeFeeSchedules } from "./month-end.ts";
import type { SimulationOutput } from "./output.ts";
import { payDay } from "./pay-day.ts";
import type { PayerEvent, Run, RunEvent, Sending, SimulationOptions } from "./run.ts";
import { sendDay } from "./send-day.ts";

/** Eighteen months. */
export const defaultDays = 548;
/** The last day simulated unless another is asked for: fixed, so that a seed means one world. */
export const defaultEnd = "2026-09-30";

/**
 * Simulates a practice with its payers, clearinghouse and bank: files as the practice exchanges them,
 * and the truth about each. The same options give the same outputs in the same order. Memory grows
 * with the patients and with the claims that are not settled yet, not with those that are.
 */
export function* simulate(options: SimulationOptions): Generator<SimulationOutput> {
  const run = startRun(options);
  const { firstDay, lastDay } = run.world;
  const before = claimsBefore(firstDay, lastDay - firstDay + 1, options.claims);
  writeFeeSchedules(run);
  for (; run.day <= lastDay; run.day += 1) {
    const at = run.day - firstDay;
    billDay(run, before[at] ?? 0, before[at + 1] ?? 0);
    settleDay(run, run.agenda.take(run.day));
    if (isMonthEnd(run.day) || run.day === lastDay) endMonth(run);
    yield* run.outputs.splice(0);
  }
  run.day = lastDay;
  for (const life of run.lives.values()) tellClaim(run, life);
  run.outputs.push({ type: "truth", record: { truth: "summary", ...run.tally.summary() } });
  yield* run.outputs.splice(0);
}

/**
 * Lives through a simulation without telling of it: the world as it stands at the end of its last day,
 * with what is still to come on its agenda. Files are written in its last month only, since some of
 * those arrive later.
 */
export function livedThrough(options: SimulationOptions): Run {
  const begun = startRun(options);
  const run = { ...begun, toldFrom: begun.world.lastDay - toldDays, remembers: true };
  const { firstDay, lastDay } = run.world;
  const before = claimsBefore(firstDay, lastDay - firstDay + 1, options.claims);
  for (; run.day <= lastDay; run.day += 1) {
    const at = run.day - firstDay;
    billDay(run, before[at] ?? 0, before[at + 1] ?? 0);
    settleDay(run, run.agenda.take(run.day));
    if (isMonthEnd(run.day)) endMonth(run);
    run.outputs.length = 0;
  }
  run.day = lastDay;
  return run;
}

/** Days before the end whose files may come after it. */
const toldDays = 31;

function startRun(options: SimulationOptions): Run {
  const root = streamOfSeed(options.seed);
  const lastDay = dayOf(options.end);
  const firstDay = lastDay - options.days + 1;
  const practice = practiceOf(root, options.claims, [firstDay, lastDay]);
  const patients = patientsFor(options.claims);
  return {
    options,
    profile: options.profile,
    world: { root, practice, patients, firstDay, lastDay },
    agenda: new Agenda<RunEvent>(),
    outputs: [],
    lives: new Map(),
    tally: new Tally(lastDay),
    filled: new Map(),
    forwarded: new Map(),
    capitated: new Map(),
    bankRows: [],
    patientRows: [],
    day: firstDay,
    submitterId: "RIVERBEND",
    deskNumber: 0,
    toldFrom: firstDay,
    remembers: false,
  };
}

function settleDay(run: Run, events: readonly RunEvent[]): void {
  const sendings: Sending[] = [];
  const payerEvents: PayerEvent[] = [];
  for (const event of events) {
    if (event.is === "arrive") putFile(run, event.file);
    else if (event.is === "send") sendings.push(event);
    else if (event.is === "patient-pays") payByPatient(run, event);
    else payerEvents.push(event);
  }
  sendDay(run, sendings);
  payDay(run, payerEvents);
  for (const event of events) if (event.is !== "arrive") closeIfDone(run, event.life);
}

function payByPatient(run: Run, event: Extract<RunEvent, { is: "patient-pays" }>): void {
  const { life, cents, receipt } = event;
  const { patientControlNumber } = life;
  life.patientPaidCents += cents;
  const on = dateOf(run.day);
  const text = [on, patientControlNumber, dollarsText(cents), "card", receipt].join(",");
  run.patientRows.push({ day: run.day, text });
  const record = { truth: "patient-payments", claim: patientControlNumber, on, cents, receipt };
  run.outputs.push({ type: "truth", record: { ...record, truth: "patient-payments" } });
}

/** A claim to which nothing more will happen is told of and forgotten. */
function closeIfDone(run: Run, life: ClaimLife): void {
  life.pending -= 1;
  if (life.pending > 0 || !run.lives.has(life.patientControlNumber)) return;
  if (run.remembers) return;
  run.lives.delete(life.patientControlNumber);
  tellClaim(run, life);
}

function tellClaim(run: Run, life: ClaimLife): void {
  const standing = standingOf(life);
  run.tally.count(life, standing);
  const { first, claim, patientControlNumber } = life;
  const { slip } = first;
  run.outputs.push({
    type: "truth",
    record: {
      truth: "claims",
      claim: patientControlNumber,
      servedOn: dateOf(first.encounter.day),
      payer: claim.payer.key,
      nextPayer: claim.nextCoverage?.payer.key,
      slip:
        slip === undefined
          ? undefined
          : { kind: slip.kind, stage: slip.stage, process: slip.process },
      sendings: life.sendings,
      decisions: life.decisions,
      firstOutcome: life.firstOutcome,
      firstAnsweredOn: life.firstDecidedOn === undefined ? undefined : dateOf(life.firstDecidedOn),
      contractCents: contractCentsOf(life),
      standing,
    },
  });
  tellLines(run, life);
}

function tellLines(run: Run, { claim, standing, patientControlNumber }: ClaimLife): void {
  const first = standing.find(({ decision }) => decision.statusCode !== "2");
  for (const line of claim.lines) {
    const decided = first?.decision.lines.find(({ number }) => number === line.number);
    const { contractCents, allowedCents, refusal } = decided ?? {};
    const isPaid = decided !== undefined && refusal === undefined;
    const short = isPaid ? (contractCents ?? 0) - (allowedCents ?? 0) : 0;
    run.outputs.push({
      type: "truth",
      record: {
        truth: "lines",
        claim: patientControlNumber,
        line: line.controlNumber,
        code: line.code,
        modifiers: line.modifiers,
        units: line.units,
        charged: line.chargedCents,
        contract: contractCents,
        allowed: allowedCents,
        underpaid: Math.max(0, short),
        refusal: refusal?.name,
      },
    });
  }
}
