/** A change that no test can notice, because the program does the same with it. */
export type Equivalent = {
  /** The file, without its folder. */
  readonly file: string;
  /** The line on which the change begins, without its indentation. */
  readonly code: string;
  /** The change, as the benchmark names it. */
  readonly what: string;
  readonly reason: string;
};

/** Read one by one; the benchmark tells of a row whose change a test notices after all. */
const equivalents: readonly Equivalent[] = [
  {
    file: "match-claim.ts",
    code: "if (serviceFrom !== undefined && candidate.serviceFrom !== undefined) {",
    what: "condition -> true",
    reason: "a day compared with one that is not stated is neither before nor after it",
  },
  {
    file: "match-claim.ts",
    code: "if (serviceFrom !== undefined && candidate.serviceFrom !== undefined) {",
    what: "&& -> ||",
    reason: "a day compared with one that is not stated is neither before nor after it",
  },
  {
    file: "match-claim.ts",
    code: "if (",
    what: "condition -> false",
    reason: "names written the same are spelled the same; the comparison saves taking them apart",
  },
  {
    file: "match-claim.ts",
    code: "return true;",
    what: "return true; removed",
    reason: "names written the same are spelled the same; the comparison saves taking them apart",
  },
  {
    file: "match-line.ts",
    code: "matches[index] === undefined ? [{ line, index, choices: alike(line).length }] : [],",
    what: "condition -> true",
    reason: "what is settled is passed over again in the loop",
  },
  {
    file: "match-line.ts",
    code: "if (matches[index] !== undefined || fitting.length === 0) continue;",
    what: "condition -> false",
    reason: "a settled line is no rival itself, and nothing that fits makes an empty group",
  },
  {
    file: "match-line.ts",
    code: "if (matches[index] !== undefined || fitting.length === 0) continue;",
    what: "|| -> &&",
    reason: "a settled line is no rival itself, and nothing that fits makes an empty group",
  },
  {
    file: "allocate-payment.ts",
    code: "const open = items.filter(({ openCents }) => openCents > 0);",
    what: "> -> >=",
    reason: "a claim with nothing open is given nothing",
  },
  {
    file: "treat-claim.ts",
    code: '"provider-adjustment-codes",',
    what: '"provider-adjustment-codes" changed',
    reason: "the name of a table, told where its rows contradict each other",
  },
  {
    file: "treat-claim.ts",
    code: '"crossover-waits",',
    what: '"crossover-waits" changed',
    reason: "the name of a table, told where its rows contradict each other",
  },
  {
    file: "treat-claim.ts",
    code: "const sign = isReversal(claim) ? -1 : 1;",
    what: "1 -> 2",
    reason:
      "amounts are compared with each other and with zero: all of them twice as large compare the same",
  },
  {
    file: "treat-claim.ts",
    code: "if (level.adjustments.length === 0) return [];",
    what: "condition -> false",
    reason: "a level without adjustments has none to read",
  },
  {
    file: "treat-claim.ts",
    code: "if (level.adjustments.length === 0) return [];",
    what: "return []; removed",
    reason: "a level without adjustments has none to read",
  },
  {
    file: "treat-claim.ts",
    code: 'if (groupCode === "PR" && patientShareReasons.has(reasonCode)) patientShare += cents * sign;',
    what: "* -> /",
    reason: "the sign is one or minus one",
  },
  {
    file: "treat-claim.ts",
    code: "cents: adjustment.cents * sign,",
    what: "* -> /",
    reason: "the sign is one or minus one",
  },
  {
    file: "treat-claim.ts",
    code: "lineChargedCents: level.chargedCents * sign,",
    what: "* -> /",
    reason: "the sign is one or minus one",
  },
  {
    file: "treat-claim.ts",
    code: "linePaidCents: level.paidCents * sign,",
    what: "* -> /",
    reason: "the sign is one or minus one",
  },
  {
    file: "treat-claim.ts",
    code: "const knownTreatmentsMost = 10_000;",
    what: "10000 -> 10001",
    reason: "the treatment is remembered for speed alone",
  },
  {
    file: "treat-claim.ts",
    code: "knownTreatments.set(facts, known);",
    what: "knownTreatments.set(facts, known); removed",
    reason: "the treatment is remembered for speed alone",
  },
  {
    file: "treat-claim.ts",
    code: "if (remembered !== undefined) return remembered;",
    what: "condition -> false",
    reason: "the treatment is remembered for speed alone",
  },
  {
    file: "treat-claim.ts",
    code: "if (remembered !== undefined) return remembered;",
    what: "return remembered; removed",
    reason: "the treatment is remembered for speed alone",
  },
  {
    file: "treat-claim.ts",
    code: "if (known.size >= knownTreatmentsMost) known.clear();",
    what: "condition -> true",
    reason: "the treatment is remembered for speed alone",
  },
  {
    file: "treat-claim.ts",
    code: "if (known.size >= knownTreatmentsMost) known.clear();",
    what: "condition -> false",
    reason: "the treatment is remembered for speed alone",
  },
  {
    file: "treat-claim.ts",
    code: "if (known.size >= knownTreatmentsMost) known.clear();",
    what: ">= -> >",
    reason: "the treatment is remembered for speed alone",
  },
  {
    file: "treat-claim.ts",
    code: "if (known.size >= knownTreatmentsMost) known.clear();",
    what: ">= -> <",
    reason: "the treatment is remembered for speed alone",
  },
  {
    file: "treat-claim.ts",
    code: "if (known.size >= knownTreatmentsMost) known.clear();",
    what: "known.clear(); removed",
    reason: "the treatment is remembered for speed alone",
  },
  {
    file: "treat-claim.ts",
    code: "known.set(key, treatment);",
    what: "known.set(key, treatment); removed",
    reason: "the treatment is remembered for speed alone",
  },
  {
    file: "share-lines.ts",
    code: "} else if (claim.adjustments.length > 0) {",
    what: "condition -> true",
    reason: "no adjustments of the claim level take nothing off",
  },
  {
    file: "share-lines.ts",
    code: "} else if (claim.adjustments.length > 0) {",
    what: "> -> >=",
    reason: "no adjustments of the claim level take nothing off",
  },
  {
    file: "share-lines.ts",
    code: "const lineNumbers = matches[index]?.lineNumbers ?? [];",
    what: "?? removed",
    reason: "a match is told for every payer line",
  },
  {
    file: "share-lines.ts",
    code: "const adjustments = parts.map((part) => part[index]).filter((part) => part !== undefined);",
    what: "filter removed",
    reason: "every adjustment has a part at every place",
  },
  {
    file: "treat-claim.ts",
    code: "linePaidCents + linePatientShareCents > 0,",
    what: "> -> <=",
    reason: "a part of a key: it tells the same two cases apart",
  },
  {
    file: "treat-claim.ts",
    code: '].join("|");',
    what: '"|" changed',
    reason: "a part of a key: it keeps the parts apart as well",
  },
  {
    file: "share-lines.ts",
    code: "const chargedCents = charged[index] ?? 0;",
    what: "?? removed",
    reason: "the type alone allows a place without an amount: there is one for every line",
  },
  {
    file: "share-lines.ts",
    code: "const chargedCents = charged[index] ?? 0;",
    what: "0 -> 1",
    reason: "the type alone allows a place without an amount: there is one for every line",
  },
  {
    file: "share-lines.ts",
    code: "paidCents: chargedCents - adjusted + (beyond[index] ?? 0),",
    what: "?? removed",
    reason: "the type alone allows a place without an amount: there is one for every line",
  },
  {
    file: "share-lines.ts",
    code: "paidCents: chargedCents - adjusted + (beyond[index] ?? 0),",
    what: "0 -> 1",
    reason: "the type alone allows a place without an amount: there is one for every line",
  },
  {
    file: "share-lines.ts",
    code: "return this.#ours.find((line) => line.lineNumber === lineNumber)?.chargedCents ?? 0;",
    what: "?? removed",
    reason: "every line that a match names is one of ours",
  },
  {
    file: "share-lines.ts",
    code: "return this.#ours.find((line) => line.lineNumber === lineNumber)?.chargedCents ?? 0;",
    what: "0 -> 1",
    reason: "every line that a match names is one of ours",
  },
  {
    file: "share-lines.ts",
    code: "const room = capacity.map((value) => Math.max(0, value * sign));",
    what: "* -> /",
    reason: "the sign is one or minus one",
  },
  {
    file: "share-lines.ts",
    code: "(left, right) => Number(left.cents * sign > 0) - Number(right.cents * sign > 0),",
    what: "* -> /",
    reason: "the sign is one or minus one",
  },
  {
    file: "share-lines.ts",
    code: "room[index] = Math.max(0, (room[index] ?? 0) - part * sign);",
    what: "?? removed",
    reason: "the type alone allows a place without an amount: there is one for every line",
  },
  {
    file: "share-lines.ts",
    code: "room[index] = Math.max(0, (room[index] ?? 0) - part * sign);",
    what: "0 -> 1",
    reason: "the type alone allows a place without an amount: there is one for every line",
  },
  {
    file: "share-lines.ts",
    code: "room[index] = Math.max(0, (room[index] ?? 0) - part * sign);",
    what: "* -> /",
    reason: "the sign is one or minus one",
  },
  {
    file: "share-lines.ts",
    code: "return adjustments.map((adjustment) => divided.get(adjustment) ?? []);",
    what: "?? removed",
    reason: "every adjustment was divided before",
  },
  {
    file: "share-lines.ts",
    code: "(left, right) => Number(left.cents * sign > 0) - Number(right.cents * sign > 0),",
    what: "> -> >=",
    reason: "an adjustment of nothing takes no room, wherever it comes",
  },
  {
    file: "share-lines.ts",
    code: "const sign = isNegated ? -1 : 1;",
    what: "1 -> 2",
    reason: "room and parts twice as large divide the same",
  },
  {
    file: "share-lines.ts",
    code: "book.divide(lineNumbers.length > 0 ? lineNumbers : book.untouched(), parts);",
    what: "0 -> 1",
    reason: "a payer line that means one line alone is not divided",
  },
  {
    file: "decide-posting.ts",
    code: "const [debit, credit] = paid > 0 ? [fact.money, account] : ([account, fact.money] as const);",
    what: "> -> >=",
    reason: "money of nothing is not set aside",
  },
  {
    file: "decide-posting.ts",
    code: "if (receivable) applyTransfer(receivable, moved);",
    what: "condition -> true",
    reason: "shares and payments speak of our lines alone, and each has its amounts",
  },
  {
    file: "decide-posting.ts",
    code: "const openInsurance = this.receivables.get(line.lineNumber)?.openInsurance ?? 0;",
    what: "?? removed",
    reason: "shares and payments speak of our lines alone, and each has its amounts",
  },
  {
    file: "decide-posting.ts",
    code: "const openInsurance = this.receivables.get(line.lineNumber)?.openInsurance ?? 0;",
    what: "0 -> 1",
    reason: "shares and payments speak of our lines alone, and each has its amounts",
  },
  {
    file: "decide-posting.ts",
    code: "if (receivable === undefined) return;",
    what: "condition -> false",
    reason: "shares and payments speak of our lines alone, and each has its amounts",
  },
];

/** The rows of a file. */
export function equivalentsOf(file: string): readonly Equivalent[] {
  return equivalents.filter((row) => file.endsWith(`/${row.file}`));
}

/** The row that says that a surviving change does nothing, if there is one. */
export function equivalentOf(
  file: string,
  { code, what }: { readonly code: string; readonly what: string },
): Equivalent | undefined {
  return equivalentsOf(file).find((row) => row.code === code && row.what === what);
}
