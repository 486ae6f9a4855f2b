import type { CodesOfDay, CodingRules } from "../../masters/code-set/coding-rules.ts";
import type { LineFacts } from "../../work/edit/facts.ts";
import { unknown } from "./background.ts";
import type { JudgedLine } from "./judged-service.ts";

/** The codes of a claim day by day: what is asked of pairs, limits and the fee schedule. */
export function codesByDay(lines: readonly JudgedLine[]): CodesOfDay[] {
  const days = new Map<string, string[]>();
  for (const { procedureCode, serviceFrom } of lines) {
    if (procedureCode === undefined || serviceFrom === undefined) continue;
    days.set(serviceFrom, [...(days.get(serviceFrom) ?? []), procedureCode]);
  }
  return [...days].map(([on, codes]) => ({ on, codes }));
}

/** What official tables say about one line among the lines of its claim. */
export function codingFacts(
  line: JudgedLine,
  lines: readonly JudgedLine[],
  rules: CodingRules,
): LineFacts {
  const { procedureCode, serviceFrom } = line;
  if (procedureCode === undefined || serviceFrom === undefined) return {};
  return {
    ...pairFacts({ ...line, procedureCode, serviceFrom }, lines, rules),
    ...limitFacts(procedureCode, serviceFrom, rules),
    ...feeFacts(procedureCode, serviceFrom, rules),
  };
}

type DatedCode = { readonly procedureCode: string; readonly serviceFrom: string };
type Pair = { readonly column1: string; readonly indicator: number; readonly modifiers: string[] };

/** The code of another line into which this one is bundled, the pair that no modifier opens first. */
function pairFacts(
  { procedureCode: code, ...line }: JudgedLine & DatedCode,
  lines: readonly JudgedLine[],
  rules: CodingRules,
): LineFacts {
  const others = lines.filter(
    (other) => other.serviceFrom === line.serviceFrom && other.procedureCode !== code,
  );
  const columns = [...new Set(others.flatMap(({ procedureCode }) => procedureCode ?? []))];
  const answers = columns.map((column1) => ({
    column1,
    answer: rules.pair(column1, code, line.serviceFrom),
  }));
  const pairs = answers.flatMap(({ column1, answer }): Pair[] => {
    if (answer.is !== "found") return [];
    const ofColumn1 = others
      .filter(({ procedureCode }) => procedureCode === column1)
      .flatMap(({ modifiers }) => modifiers);
    const modifiers = [...new Set([...line.modifiers, ...ofColumn1])];
    return [{ column1, indicator: answer.modifierIndicator, modifiers }];
  });
  const [worst] = pairs.sort(
    (one, other) =>
      one.indicator - other.indicator || one.modifiers.length - other.modifiers.length,
  );
  if (worst !== undefined) {
    return {
      "line.bundledIntoCode": worst.column1,
      "line.bundlingModifierIndicator": worst.indicator,
      "line.pairModifiers": worst.modifiers,
    };
  }
  const isOpen = answers.some(({ answer }) => answer.is === "not-loaded");
  const value = isOpen ? unknown("code-set ncci-ptp") : undefined;
  return {
    "line.bundledIntoCode": value,
    "line.bundlingModifierIndicator": value,
    "line.pairModifiers": value,
  };
}

function limitFacts(code: string, on: string, rules: CodingRules): LineFacts {
  const limit = rules.unitLimit(code, on);
  if (limit.is === "found") {
    return {
      "line.unlikelyAboveUnits": limit.units,
      "line.unlikelyIndicator": limit.adjudicationIndicator,
    };
  }
  const value = limit.is === "not-loaded" ? unknown("code-set ncci-mue") : undefined;
  return { "line.unlikelyAboveUnits": value, "line.unlikelyIndicator": value };
}

function feeFacts(code: string, on: string, rules: CodingRules): LineFacts {
  const fee = rules.feeSchedule(code, on);
  if (fee.is === "found") {
    return { "line.feeScheduleStatus": fee.status, "line.globalDays": fee.globalDays };
  }
  const value = fee.is === "not-loaded" ? unknown("code-set pfs-rvu") : undefined;
  return { "line.feeScheduleStatus": value, "line.globalDays": value };
}
