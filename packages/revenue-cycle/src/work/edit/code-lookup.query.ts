import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { codesOn } from "../../masters/code-set/find-codes.query.ts";
import type { CodeLookup, CodeQuestion, LookedUpStanding } from "./facts.ts";

/** Asks code sets beforehand, so that edits can be judged without waiting. */
export async function lookUpCodes(
  transaction: Transaction,
  questions: readonly CodeQuestion[],
): Promise<CodeLookup> {
  const standings = new Map<string, LookedUpStanding>();
  const groups = new Map<string, { asked: CodeQuestion; codes: Set<string> }>();
  for (const asked of questions) {
    const name = `${asked.codeSet} ${asked.on}`;
    const group = groups.get(name) ?? { asked, codes: new Set() };
    groups.set(name, group);
    group.codes.add(asked.code);
  }
  for (const { asked, codes: wanted } of groups.values()) {
    const { codeSet, on } = asked;
    const codes = [...wanted];
    for (const [code, answer] of await codesOn(transaction, { codeSet, codes, on })) {
      const standing = answer.is === "found" ? answer.code.standing : answer.is;
      standings.set(keyOf({ codeSet, code, on }), standing);
    }
  }
  return (question) => standings.get(keyOf(question));
}

function keyOf({ codeSet, code, on }: CodeQuestion): string {
  return `${codeSet} ${on} ${code}`;
}
