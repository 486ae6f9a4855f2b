import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import type { CodesOfDay, CodingRules } from "../../masters/code-set/coding-rules.ts";
import type { LineFacts, NotEvaluable, WholeFacts } from "../../work/edit/facts.ts";
import { readControlNumber } from "../claim/control-number.ts";
import { unknown } from "./background.ts";
import type { JudgedLine, JudgedService } from "./judged-service.ts";

/** A line of a claim on file that stands: not replaced and not void. */
export type BilledLine = {
  readonly claimId: number;
  readonly patientControlNumber: string;
  readonly payerId: number;
  readonly patientId: number;
  /** Who rendered it, the billing provider where nobody else is named. */
  readonly renderingNpi: string;
  readonly isSent: boolean;
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  readonly serviceFrom: string;
};

/** The longest global period and the day itself. */
export const longestGlobalDays = 90;

/** The other lines of the patient that a claim has to do with: not its own, not of the claim it mends. */
export function otherLines(
  service: JudgedService,
  billed: readonly BilledLine[],
): readonly BilledLine[] {
  const root = rootOf(service.patientControlNumber);
  return billed.filter(
    (line) =>
      line.patientId === service.patientId &&
      line.claimId !== service.claimId &&
      line.claimId !== service.predecessorId &&
      (root === undefined || rootOf(line.patientControlNumber) !== root),
  );
}

function rootOf(number: string | undefined): string | undefined {
  return number === undefined ? undefined : readControlNumber(number)?.root;
}

/**
 * Claims that bill the same again: the payer, the provider, the day, the code and the modifiers are the
 * same. Of two that wait to be sent the later one repeats the earlier.
 */
export function repeatedFacts(
  service: JudgedService,
  others: readonly BilledLine[],
): { readonly whole: WholeFacts; readonly lines: readonly LineFacts[] } {
  const earlier = others.filter(
    (line) =>
      line.payerId === service.payerId &&
      line.renderingNpi === (service.renderingNpi ?? service.billingNpi) &&
      (line.isSent || service.claimId === undefined || line.claimId < service.claimId),
  );
  const numbers = service.lines.map((line) => numbersOf(line, earlier));
  const [first = []] = numbers;
  const whole = first.find((number) => numbers.every((each) => each.includes(number)));
  return {
    whole: { "claim.sameServicesNumber": whole },
    lines: numbers.map(([number]) => ({ "line.billedOnClaim": number })),
  };
}

function numbersOf(line: JudgedLine, earlier: readonly BilledLine[]): string[] {
  const modifiers = modifierKey(line.modifiers);
  return earlier
    .filter(
      (other) =>
        other.procedureCode === line.procedureCode &&
        other.serviceFrom === line.serviceFrom &&
        modifierKey(other.modifiers) === modifiers,
    )
    .map(({ patientControlNumber }) => patientControlNumber);
}

function modifierKey(modifiers: readonly string[]): string {
  return [...modifiers].sort().join(" ");
}

/** The codes of earlier services whose global periods are asked for. */
export function earlierCodes(
  service: JudgedService,
  others: readonly BilledLine[],
): readonly CodesOfDay[] {
  return earlierOf(service, others).map(({ procedureCode, serviceFrom }) => ({
    codes: [procedureCode],
    on: serviceFrom,
  }));
}

function earlierOf(service: JudgedService, others: readonly BilledLine[]): readonly BilledLine[] {
  const { serviceFrom } = service;
  if (serviceFrom === undefined) return [];
  const first = addCalendarDays(serviceFrom, -longestGlobalDays);
  return others.filter(
    (line) =>
      line.renderingNpi === (service.renderingNpi ?? service.billingNpi) &&
      line.serviceFrom < serviceFrom &&
      line.serviceFrom >= first,
  );
}

/** Days after a procedure within its global period (Pub 100-04 ch. 12 section 40.1). */
const periodDays: Readonly<Record<string, number>> = { "010": 10, "090": longestGlobalDays };

/** Codes whose payment a global period holds: visits, and procedures that have a period themselves. */
function isHeld(code: string, globalDays: string | undefined): boolean {
  return /^99[2-4]\d\d$/.test(code) || ["000", "010", "090"].includes(globalDays ?? "");
}

/**
 * The procedure of the same provider in whose global period a line falls, the one that ends last. Not
 * evaluable while an earlier service is on file and the fee schedule of its day is not.
 */
export function globalPeriodFacts(
  line: JudgedLine,
  service: JudgedService,
  { others, rules }: { readonly others: readonly BilledLine[]; readonly rules: CodingRules },
): LineFacts {
  const { procedureCode, serviceFrom } = line;
  if (procedureCode === undefined || serviceFrom === undefined) return {};
  const own = rules.feeSchedule(procedureCode, serviceFrom);
  const ownDays = own.is === "found" ? own.globalDays : undefined;
  let gap: NotEvaluable | undefined;
  let found: { code: string; endsOn: string } | undefined;
  for (const earlier of earlierOf(service, others)) {
    const fee = rules.feeSchedule(earlier.procedureCode, earlier.serviceFrom);
    if (fee.is === "not-loaded") gap = unknown("code-set pfs-rvu");
    const days = fee.is === "found" ? periodDays[fee.globalDays] : undefined;
    if (days === undefined) continue;
    const endsOn = addCalendarDays(earlier.serviceFrom, days);
    if (endsOn < serviceFrom || (found !== undefined && endsOn <= found.endsOn)) continue;
    found = { code: earlier.procedureCode, endsOn };
  }
  if (found !== undefined && isHeld(procedureCode, ownDays)) {
    return { "line.inGlobalPeriodOf": found.code, "line.globalPeriodEndsOn": found.endsOn };
  }
  const value = found === undefined ? gap : undefined;
  return { "line.inGlobalPeriodOf": value, "line.globalPeriodEndsOn": value };
}
