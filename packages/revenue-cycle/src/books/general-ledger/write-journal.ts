import { cents, formatCents } from "@headwater/ledger";

/** The account of a practice's general ledger that a kind of our accounts is. */
export type GeneralLedgerAccount = { readonly number: string; readonly name: string };

/** By kind of account. */
export type GeneralLedgerMapping = Readonly<Record<string, GeneralLedgerAccount>>;

/** A mapping as it was recorded; later ones follow. */
export type RecordedMapping = {
  /** ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly mapping: GeneralLedgerMapping;
};

/** What moved between two accounts on a day, by cause: balanced by itself. */
export type JournalMovement = {
  readonly on: string;
  readonly cause: string;
  readonly debit: string;
  readonly credit: string;
  readonly cents: number;
};

export type JournalText =
  | {
      readonly is: "written";
      readonly text: string;
      readonly entries: number;
      readonly cents: number;
    }
  /** These kinds moved and have no number. */
  | { readonly is: "unmapped"; readonly kinds: readonly string[] };

/**
 * The mapping that a journal is written by. An open month takes the newest. A closed month keeps the one
 * that it was closed with; where that lacks an account which moved, the first later one that has them
 * all: so the same month gives the same bytes, whatever is renumbered afterwards.
 */
export function chooseMapping(
  recorded: readonly RecordedMapping[],
  closedAt: string | undefined,
  kinds: readonly string[],
): GeneralLedgerMapping {
  const newest = recorded.at(-1)?.mapping ?? {};
  if (closedAt === undefined) return newest;
  const isWhole = ({ mapping }: RecordedMapping) => missingKinds(mapping, kinds).length === 0;
  const before = recorded.filter(({ recordedAt }) => recordedAt <= closedAt).at(-1);
  if (before !== undefined && isWhole(before)) return before.mapping;
  const after = recorded.filter(({ recordedAt }) => recordedAt > closedAt).find(isWhole);
  return after?.mapping ?? newest;
}

/** The kinds of accounts that movements touch, each once, in order. */
export function kindsMoved(movements: readonly JournalMovement[]): string[] {
  return [...new Set(movements.flatMap(({ debit, credit }) => [debit, credit]))].sort();
}

function missingKinds(mapping: GeneralLedgerMapping, kinds: readonly string[]): string[] {
  return kinds.filter((kind) => !mapping[kind]?.number);
}

const header = "journal,date,account,account name,debit,credit,memo";

/**
 * Writes movements as a journal that a general ledger takes in: two rows to an entry, a debit and a
 * credit of the same amount, so that every entry, day and month balances. The order and so the bytes
 * follow from the content alone. Lines end with CR LF (RFC 4180).
 */
export function writeJournal(
  movements: readonly JournalMovement[],
  mapping: GeneralLedgerMapping,
): JournalText {
  const kinds = missingKinds(mapping, kindsMoved(movements));
  if (kinds.length > 0) return { is: "unmapped", kinds };
  const lines = [header];
  let total = 0;
  let day = "";
  let ofDay = 0;
  for (const movement of [...movements].sort(compareMovements)) {
    const { on, cause, debit, credit } = movement;
    ofDay = on === day ? ofDay + 1 : 1;
    day = on;
    total += movement.cents;
    const amount = formatCents(cents(movement.cents));
    const journal = `HW-${on}-${String(ofDay).padStart(4, "0")}`;
    const row = (kind: string, sides: readonly [string, string]) => {
      const account = mapping[kind] ?? { number: "", name: "" };
      const memo = `${cause}: ${debit} / ${credit}`;
      return [journal, on, account.number, account.name, ...sides, memo].map(cell).join(",");
    };
    lines.push(row(debit, [amount, ""]), row(credit, ["", amount]));
  }
  const entries = movements.length;
  return { is: "written", text: `${lines.join("\r\n")}\r\n`, entries, cents: total };
}

function compareMovements(left: JournalMovement, right: JournalMovement): number {
  for (const field of ["on", "cause", "debit", "credit"] as const) {
    if (left[field] !== right[field]) return left[field] < right[field] ? -1 : 1;
  }
  return 0;
}

/** A cell that a spreadsheet takes for text, never for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
