import { civilDate, systemClock } from "@headwater/platform/clock/clock.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import {
  type PracticesTransaction,
  withNoPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import type { CodeFacts } from "@headwater/revenue-cycle/masters/code-set/code-set-answers.ts";
import { findCodeFacts } from "@headwater/revenue-cycle/masters/code-set/find-code-facts.query.ts";
import {
  type WordedCodeSet,
  wordedCodeSets,
} from "@headwater/revenue-cycle/masters/code-set/find-codes.query.ts";
import { listCodeSets } from "@headwater/revenue-cycle/masters/code-set/list-code-sets.query.ts";
import type { MedicareLocality } from "@headwater/revenue-cycle/masters/code-set/relative-value.query.ts";
import { searchCodes } from "@headwater/revenue-cycle/masters/code-set/search-codes.query.ts";
import { operator, withInstallation } from "../installation.ts";
import { createOutput, dollars, tableLines } from "../output.ts";
import { count } from "../progress.ts";

type OnDay = { readonly on?: string; readonly json?: boolean };

function today(): string {
  return civilDate(systemClock.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** One question to the code sets; they belong to no practice and hold no patient. */
async function ask<Answer>(
  question: (transaction: PracticesTransaction) => Promise<Answer>,
): Promise<Answer> {
  return withInstallation(({ database }) =>
    withNoPractice(database, { actor: operator, readOnly: true }, question),
  );
}

/** `codes list`: each code set with the edition that answers for the day. */
export async function listCodes(options: OnDay): Promise<void> {
  const output = createOutput(options.json === true);
  const on = options.on ?? today();
  const sets = await ask((transaction) => listCodeSets(transaction, on));
  for (const set of sets) output.record(set);
  const columns = [
    { title: "code set" },
    { title: `on ${on}` },
    { title: "edition" },
    { title: "from" },
    { title: "through" },
    { title: "rows", right: true },
  ];
  const rows = sets.map((set) => [
    [set.codeSet, set.variant].filter(Boolean).join(" "),
    set.state,
    set.edition ?? "",
    set.effectiveFrom ?? "",
    set.effectiveTo ?? "",
    set.rows === 0 ? "" : count(set.rows),
  ]);
  for (const line of tableLines(columns, rows)) output.line(line);
}

type SearchOptions = OnDay & {
  readonly set?: string;
  readonly billable?: boolean;
  readonly limit: string;
};

/** `codes search WORDS`: the nearest codes first; exit code 1 when none fits. */
export async function searchCodeSets(words: string[], options: SearchOptions): Promise<void> {
  const output = createOutput(options.json === true);
  const on = options.on ?? today();
  const codeSet = options.set === undefined ? undefined : wordedSet(options.set);
  const limit = Math.min(Math.max(Math.trunc(Number(options.limit)) || 20, 1), 1000);
  const question = {
    typed: words.join(" "),
    on,
    codeSet,
    billableOnly: options.billable === true,
  };
  const page = await ask((transaction) => searchCodes(transaction, question, { limit }));
  for (const found of page.rows) {
    output.record(found);
    const standing = found.standing === "valid" ? "" : `  (${found.standing})`;
    output.line(`${found.code.padEnd(10)}  ${found.codeSet.padEnd(16)}  ${found.label}${standing}`);
  }
  if (page.rows.length > 0) return;
  output.line(`No loaded code set has it on ${on}. headwater codes list tells what is loaded.`);
  process.exitCode = 1;
}

function wordedSet(name: string): WordedCodeSet {
  const found = wordedCodeSets.find((one) => one === name);
  if (found === undefined)
    throw new NamedError("CODE_SET_UNKNOWN", `--set is one of ${wordedCodeSets.join(", ")}`);
  return found;
}

type ShowOptions = OnDay & { readonly locality?: string };

/** `codes show CODE`: its standing on the day, notes, units and relative values. */
export async function showCode(code: string, options: ShowOptions): Promise<void> {
  const output = createOutput(options.json === true);
  const on = options.on ?? today();
  const locality = options.locality === undefined ? undefined : localityOf(options.locality);
  const facts = await ask((transaction) => findCodeFacts(transaction, { code, on, locality }));
  output.record(facts);
  for (const line of factLines(facts)) output.line(line);
}

function localityOf(text: string): MedicareLocality {
  const [, contractor = "", locality = ""] = /^(\d{5})-(\d{2})$/.exec(text) ?? [];
  if (contractor === "")
    throw new NamedError("LOCALITY_INVALID", "--locality is contractor-locality, such as 10112-00");
  return { contractor, locality };
}

function factLines(facts: CodeFacts): string[] {
  return [
    ...facts.standings.map(({ codeSet, answer, edition, label }) => {
      const words = label === null ? "" : `: ${label}`;
      return `${facts.code}  ${codeSet} ${edition?.edition ?? ""} ${answer} on ${facts.on}${words}`;
    }),
    ...facts.notes.rows.map(
      ({ kind, at, character, text }) =>
        `  ${kind.padEnd(20)} ${at.padEnd(8)} ${character === null ? "" : `${character} `}${text}`,
    ),
    facts.mue.answer === "found"
      ? `  most units ${facts.mue.units} (adjudication indicator ${facts.mue.adjudicationIndicator}, ${facts.mue.rationale})`
      : `  most units: ${facts.mue.answer}`,
    ...(facts.relativeValues.rows.length === 0
      ? [`  relative values: ${facts.relativeValues.answer}`]
      : facts.relativeValues.rows.map(
          (value) =>
            `  RVU ${value.modifier.padEnd(2)} status ${value.status} work ${value.work} practice expense ${value.nonfacilityPracticeExpense}/${value.facilityPracticeExpense} malpractice ${value.malpractice} global ${value.globalDays}${amountText(value.amounts)}`,
        )),
  ];
}

function amountText(amounts: CodeFacts["relativeValues"]["rows"][number]["amounts"]): string {
  if (amounts === null) return "";
  return `  allowed ${dollars(amounts.nonfacilityCents)} office, ${dollars(amounts.facilityCents)} facility`;
}
