/**
 * The hand-checked remittances as text. One case reads:
 *
 *     case coinsurance beside a contractual adjustment
 *     claim A: 99213 100.00, 99214:25 50.00
 *     era
 *     clp A 1
 *       99213 100.00 60.00 CO45=20.00 PR2=20.00
 *       99214:25 50.00 50.00
 *     plb L6=-1.00
 *     posts A1 ins>cash 60.00, ins>con 20.00 CO45, ins>pat 20.00 PR2; A2 ins>cash 50.00; - int>cash 1.00 L6
 *     ends A open 0.00 denied 0.00
 *
 * `posts` is the table of movements that follow from the claim or remittance above it, each from one
 * account to the other (credited > debited) with its reason; without one nothing may move. Options
 * stand as `name=value` behind `claim A`, `era` and `clp A 1`.
 */
export type GoldenOptions = ReadonlyMap<string, string>;

export type GoldenLine = {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly cents: number;
  readonly paidCents: number;
  readonly adjustments: readonly GoldenAdjustment[];
  readonly options: GoldenOptions;
};

export type GoldenAdjustment = {
  readonly group: string;
  readonly reason: string;
  readonly cents: number;
};

export type GoldenClp = {
  readonly letter: string;
  readonly status: string;
  readonly options: GoldenOptions;
  readonly adjustments: readonly GoldenAdjustment[];
  readonly lines: readonly GoldenLine[];
};

export type GoldenPlb = {
  readonly code: string;
  readonly cents: number;
  readonly reference: string | undefined;
};

export type GoldenStep = {
  readonly is: "claim" | "era";
  /** Of a claim: its letter. */
  readonly letter: string;
  readonly options: GoldenOptions;
  /** Of a claim. */
  readonly lines: readonly GoldenLine[];
  readonly clps: readonly GoldenClp[];
  readonly plbs: readonly GoldenPlb[];
  readonly verdict: string;
  /** `A1 ins>cash 60.00 CO45`, sorted. */
  readonly posts: readonly string[];
};

export type GoldenCase = {
  readonly number: number;
  readonly name: string;
  readonly steps: readonly GoldenStep[];
  /** `A open 0.00 denied 0.00`. */
  readonly ends: readonly string[];
};

/** Short names of accounts in the tables. */
export const accountNames: Readonly<Record<string, string>> = {
  cash: "cash",
  "insurance-receivable": "ins",
  "patient-receivable": "pat",
  "withhold-receivable": "wh",
  recoupment: "rec",
  "irs-withholding": "irs",
  "insurance-credit": "icr",
  "patient-credit": "pcr",
  "refund-payable": "ref",
  "forward-balance": "fwd",
  "advance-payment": "adv",
  "unmatched-reversal": "unm",
  suspense: "sus",
  charges: "chg",
  contractual: "con",
  "bad-debt": "bad",
  "interest-income": "int",
  "incentive-income": "inc",
  "capitation-income": "cap",
  "fee-expense": "fee",
};

/** Cents of an amount as it is written: `-60.00`. Throws on anything else. */
export function centsOf(text: string): number {
  const [, sign = "", whole = "", part = ""] = /^(-?)(\d+)\.(\d\d)$/.exec(text) ?? [];
  if (whole === "") throw new TypeError(`not an amount: ${text}`);
  const cents = Number(whole) * 100 + Number(part);
  return sign === "-" ? -cents : cents;
}

/** An amount as it is written. */
export function amountOf(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

type OpenStep = {
  -readonly [Name in keyof GoldenStep]: GoldenStep[Name] extends readonly (infer Item)[]
    ? Item[]
    : GoldenStep[Name];
};
type OpenCase = { name: string; number: number; steps: OpenStep[]; ends: string[] };

/** Reads the cases of a text; `firstNumber` is the number of the first. */
export function readGoldenCases(text: string, firstNumber: number): GoldenCase[] {
  const cases: OpenCase[] = [];
  text.split("\n").forEach((line, at) => {
    const words = line.trim();
    if (words === "" || words.startsWith("#")) return;
    try {
      takeLine(cases, { line, words, number: firstNumber + cases.length });
    } catch (error) {
      throw new Error(`line ${at + 1}: ${words}`, { cause: error });
    }
  });
  return cases.map((open) => ({
    ...open,
    steps: open.steps.map((step) => ({ ...step, posts: [...step.posts].sort() })),
  }));
}

function last<Value>(values: readonly Value[]): Value {
  const value = values.at(-1);
  if (value === undefined) throw new TypeError("nothing stands above it");
  return value;
}

function takeLine(
  cases: OpenCase[],
  { line, words, number }: { line: string; words: string; number: number },
): void {
  const [kind = "", ...rest] = words.split(/\s+/);
  if (kind === "case") {
    cases.push({ name: rest.join(" "), number, steps: [], ends: [] });
    return;
  }
  const { steps, ends } = last(cases);
  if (line.startsWith(" ")) {
    (last(last(steps).clps).lines as GoldenLine[]).push(readPaidLine(words));
  } else if (kind === "claim") {
    const [head = "", lines = ""] = words.slice("claim ".length).split(/:\s+/, 2);
    const [letter = "", ...options] = head.split(/\s+/);
    const billed = lines.split(/,\s*/).map(readBilledLine);
    steps.push({ ...emptyStep("claim"), letter, options: optionsOf(options), lines: billed });
  } else if (kind === "era") steps.push({ ...emptyStep("era"), options: optionsOf(rest) });
  else if (kind === "clp") last(steps).clps.push(readClp(rest));
  else if (kind === "plb") last(steps).plbs.push(...rest.map(readPlb));
  else if (kind === "verdict") last(steps).verdict = rest.join(" ");
  else if (kind === "posts") last(steps).posts.push(...readMovements(rest.join(" ")));
  else if (kind === "ends") ends.push(rest.join(" "));
  else throw new TypeError("not a line of a case");
}

function emptyStep(is: GoldenStep["is"]): OpenStep {
  const nothing = { lines: [], clps: [], plbs: [], posts: [] };
  return { is, letter: "", options: new Map(), verdict: "posted", ...nothing };
}

function optionsOf(words: readonly string[]): Map<string, string> {
  return new Map(
    words.map((word) => {
      const [name = "", value = ""] = word.split("=", 2);
      return [name, value];
    }),
  );
}

const isAdjustment = (word: string) => /^(CO|PR|OA|PI|CR)[A-Z]?\d*=/.test(word);

function adjustmentOf(word: string): GoldenAdjustment {
  const [code = "", amount = ""] = word.split("=", 2);
  return { group: code.slice(0, 2), reason: code.slice(2), cents: centsOf(amount) };
}

function codeOf(word: string) {
  const [code = "", ...modifiers] = word.split(":");
  return { code, modifiers };
}

function readBilledLine(text: string): GoldenLine {
  const [code = "", amount = "", ...options] = text.trim().split(/\s+/);
  const cents = centsOf(amount);
  return { ...codeOf(code), cents, paidCents: 0, adjustments: [], options: optionsOf(options) };
}

function readPaidLine(text: string): GoldenLine {
  const [code = "", charged = "", paid = "", ...rest] = text.split(/\s+/);
  return {
    ...codeOf(code),
    cents: centsOf(charged),
    paidCents: centsOf(paid),
    adjustments: rest.filter(isAdjustment).map(adjustmentOf),
    options: optionsOf(rest.filter((word) => !isAdjustment(word))),
  };
}

function readClp([letter = "", status = "", ...rest]: readonly string[]): GoldenClp {
  return {
    letter,
    status,
    options: optionsOf(rest.filter((word) => !isAdjustment(word))),
    adjustments: rest.filter(isAdjustment).map(adjustmentOf),
    lines: [],
  };
}

function readPlb(word: string): GoldenPlb {
  const [code = "", value = ""] = word.split("=", 2);
  const [amount = "", reference] = value.split("@", 2);
  return { code, cents: centsOf(amount), reference };
}

/** `A1 ins>cash 60.00, ins>con 20.00 CO45; - cash>rec 5.00 WO`, the subject named once. */
function readMovements(text: string): string[] {
  if (text === "nothing") return [];
  return text.split(/;\s*/).flatMap((group) => {
    const [subject = "", ...rest] = group.trim().split(/\s+/);
    return rest
      .join(" ")
      .split(/,\s*/)
      .map((movement) => `${subject} ${movement}`);
  });
}
