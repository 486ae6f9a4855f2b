import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { codeKey, type LoadedEdition } from "./code-set.ts";
import type { CodeFacts } from "./code-set-answers.ts";
import { diagnosisNotes } from "./diagnosis-notes.query.ts";
import { type CodeAnswer, codeOn, type WordedCodeSet, wordedCodeSets } from "./find-codes.query.ts";
import { mue } from "./mue.query.ts";
import { type MedicareLocality, relativeValues } from "./relative-value.query.ts";

export type CodeFactsQuestion = {
  readonly code: string;
  readonly on: string;
  readonly locality?: MedicareLocality | undefined;
};

/** Everything that is loaded about a code on a day. */
export async function findCodeFacts(
  transaction: Transaction,
  question: CodeFactsQuestion,
): Promise<CodeFacts> {
  const { on } = question;
  const code = codeKey(question.code);
  const standings: CodeFacts["standings"] = [];
  for (const codeSet of setsOf(code)) {
    const answer = await codeOn(transaction, { codeSet, code, on });
    standings.push(standing(codeSet, answer));
  }
  return {
    code,
    on,
    standings: told(standings),
    notes: await notesOf(transaction, { code, on }),
    mue: await mueOf(transaction, { code, on }),
    relativeValues: await valuesOf(transaction, { ...question, code }),
  };
}

/** The sets whose codes have the form of this one. */
function setsOf(code: string): readonly WordedCodeSet[] {
  return wordedCodeSets.filter((codeSet) => {
    if (codeSet === "icd-10-cm") return /^[A-Z][0-9A-Z]{2,6}$/.test(code);
    if (codeSet === "hcpcs") return /^(?:[A-Z]\d{4}|[A-Z0-9]{2}|\d{4}[0-9A-Z])$/.test(code);
    return codeSet === "nucc-taxonomy" ? code.length === 10 : /^\d{2}$/.test(code);
  });
}

/** That a set does not have a code is not told when another one, whose form it shares, does. */
function told(standings: CodeFacts["standings"]): CodeFacts["standings"] {
  const isFound = standings.some(({ label }) => label !== null);
  return isFound ? standings.filter(({ answer }) => answer !== "absent") : standings;
}

function standing(codeSet: WordedCodeSet, answer: CodeAnswer): CodeFacts["standings"][number] {
  const none = { label: null, effectiveFrom: null, effectiveTo: null, facts: {} };
  if (answer.is === "not-loaded") return { codeSet, answer: "not-loaded", edition: null, ...none };
  const edition = editionAnswer(answer.edition);
  if (answer.is === "absent") return { codeSet, answer: "absent", edition, ...none };
  const { label, facts, effectiveFrom, effectiveTo } = answer.code;
  return {
    codeSet,
    answer: answer.code.standing,
    edition,
    label,
    effectiveFrom: effectiveFrom ?? null,
    effectiveTo: effectiveTo ?? null,
    facts: { ...facts },
  };
}

function editionAnswer({ edition, effectiveFrom, effectiveTo }: LoadedEdition) {
  return { edition, effectiveFrom, effectiveTo: effectiveTo ?? null };
}

type OneCode = { readonly code: string; readonly on: string };

async function notesOf(transaction: Transaction, one: OneCode): Promise<CodeFacts["notes"]> {
  const answer = await diagnosisNotes(transaction, one);
  if (answer.is !== "found") return { isLoaded: answer.is === "absent", rows: [] };
  const rows = answer.notes.map(({ kind, codeFrom, codeThrough, character, text }) => ({
    kind,
    at: codeFrom === codeThrough ? codeFrom : `${codeFrom}-${codeThrough}`,
    character,
    text,
  }));
  return { isLoaded: true, rows };
}

async function mueOf(transaction: Transaction, one: OneCode): Promise<CodeFacts["mue"]> {
  const answer = await mue(transaction, one);
  if (answer.is !== "found") {
    return { answer: answer.is, units: null, adjudicationIndicator: null, rationale: null };
  }
  const { units, adjudicationIndicator, rationale } = answer.limit;
  return { answer: "found", units, adjudicationIndicator, rationale };
}

async function valuesOf(
  transaction: Transaction,
  question: CodeFactsQuestion,
): Promise<CodeFacts["relativeValues"]> {
  const answer = await relativeValues(transaction, question);
  if (answer.is !== "found") return { answer: answer.is, rows: [] };
  const { locality } = question;
  const rows = answer.values.map(({ nonfacilityCents, facilityCents, ...value }) => ({
    ...value,
    amounts:
      locality === undefined
        ? null
        : {
            locality: `${locality.contractor}-${locality.locality}`,
            nonfacilityCents: nonfacilityCents ?? null,
            facilityCents: facilityCents ?? null,
          },
  }));
  return { answer: "found", rows };
}
