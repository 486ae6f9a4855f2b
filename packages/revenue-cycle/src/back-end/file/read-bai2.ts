import type { BankRow } from "./csv-row.ts";
import type { FileIssue } from "./file.ts";

/** What a BAI2 file came to: its deposits, or what is wrong with it. */
export type Bai2Reading = {
  readonly deposits: readonly BankRow[];
  /** Credits and debits that are no deposits of payers: fees, transfers out, totals of batches. */
  readonly passedOver: number;
  readonly issues: readonly FileIssue[];
};

const messages = {
  BAI2_RECORD_UNKNOWN: "The record's type is none of 01, 02, 03, 16, 49, 88, 98, 99.",
  BAI2_RECORD_MISPLACED: "The record does not stand where its type may stand.",
  BAI2_AMOUNT: "An amount must be digits, in cents, with at most a sign before them.",
  BAI2_DATE: "A date must be a day written YYMMDD.",
  BAI2_CURRENCY: "Only US dollars are read.",
  BAI2_TOTAL: "The control total is not the sum of the amounts above it.",
  BAI2_COUNT: "The number of records or groups is not the one that is stated.",
  BAI2_CUT_OFF: "The file ends before its trailer (99). Ask the bank for it again.",
} as const;

type Bai2IssueCode = keyof typeof messages;

/** Whether a text begins as a BAI2 file does: a file header with two parties and a date. */
export function isBai2(text: string): boolean {
  return /^(\uFEFF|\u00ef\u00bb\u00bf)?01,[^,\r\n]{0,40},[^,\r\n]{0,40},\d{6},/.test(text);
}

/**
 * How money came in, by type code of a detail record (16). Credits are 100 to 399; of those, one kind of
 * deposit each, the items within a lockbox deposit left out because the deposit holds them already.
 */
function depositType(code: number): string | undefined {
  if (code === 116 || code < 100 || code > 399) return undefined;
  if (code >= 140 && code <= 169) return "ACH";
  if (code === 115) return "lockbox";
  if (code >= 190 && code <= 229) return "wire";
  if (code === 354) return undefined;
  return "deposit";
}

/** A trace number as a CCD+ addendum carries it: `TRN*1*trace*1tax number`. */
const addendum = /TRN\*1\*([^*~\\/\s]{1,50})(?:\*([^*~\\/\s]{1,30}))?/;
const companyName =
  /(?:ORIG(?:INATOR)? ?(?:CO(?:MPANY)?)? ?NAME|COMPANY NAME|CO NAME)[:=]\s*([^:;\\]{2,60}?)(?=\s{2,}|;|\\|$)/i;

/**
 * Reads a BAI2 file (Cash Management Balance Reporting, version 2): the credits of every account with the
 * trace number of their addenda, from the text of 16 and 88 records. All control totals and counts must
 * hold, to the cent; an issue names the line. Amounts are integer cents in the file.
 */
export function readBai2(text: string): Bai2Reading {
  const reader = new Bai2Reader();
  const lines = text.replace(/^(\uFEFF|\u00ef\u00bb\u00bf)/, "").split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) reader.take(line.trim(), index + 1);
  return reader.end();
}

type Detail = {
  readonly code: number;
  readonly cents: number;
  readonly line: number;
  readonly reference: string;
  text: string[];
};

class Bai2Reader {
  readonly #issues: FileIssue[] = [];
  readonly #deposits: BankRow[] = [];
  #passedOver = 0;
  #line = 0;
  #day = "";
  #inside: "nothing" | "file" | "group" | "account" | "done" = "nothing";
  #detail: Detail | undefined;
  /** Amounts and records of the account, the group and the file so far. */
  #account = { cents: 0, records: 0 };
  #group = { cents: 0, records: 0, accounts: 0 };
  #file = { cents: 0, records: 0, groups: 0 };

  take(line: string, number: number): void {
    if (line === "" || this.#issues.length >= 100) return;
    this.#line = number;
    const [type = "", ...fields] = line.replace(/\/$/, "").split(",");
    switch (type) {
      case "01":
        if (this.#enter("nothing", "file")) this.#file.records = 1;
        break;
      case "02":
        this.#beginGroup(fields);
        break;
      case "03":
        this.#beginAccount(fields);
        break;
      case "16":
        this.#beginDetail(fields);
        break;
      case "88":
        this.#goOn(line.slice(3));
        break;
      case "49":
        this.#endAccount(fields);
        break;
      case "98":
        this.#endGroup(fields);
        break;
      case "99":
        this.#endFile(fields);
        break;
      default:
        this.#report("BAI2_RECORD_UNKNOWN");
    }
  }

  end(): Bai2Reading {
    if (this.#inside !== "done" && this.#issues.length === 0) this.#report("BAI2_CUT_OFF");
    return { deposits: this.#deposits, passedOver: this.#passedOver, issues: this.#issues };
  }

  #beginGroup(fields: readonly string[]): void {
    if (!this.#enter("file", "group")) return;
    this.#group = { cents: 0, records: 1, accounts: 0 };
    this.#day = this.#dayOf(fields[3] ?? "");
    this.#requireDollars(fields[5]);
  }

  #beginAccount(fields: readonly string[]): void {
    if (!this.#enter("group", "account")) return;
    this.#requireDollars(fields[1]);
    this.#account = { cents: this.#summaryCents(fields.slice(2)), records: 1 };
  }

  /** Amounts of a summary: type, amount, item count, funds type with what belongs to it, again and again. */
  #summaryCents(fields: readonly string[]): number {
    let cents = 0;
    for (let at = 0; at + 1 < fields.length; ) {
      cents += this.#centsOf(fields[at + 1] ?? "");
      at += 3;
      at += 1 + fundsFields(fields, at);
    }
    return cents;
  }

  #beginDetail(fields: readonly string[]): void {
    if (this.#inside !== "account") {
      this.#report("BAI2_RECORD_MISPLACED");
      return;
    }
    this.#endDetail();
    const [code = "", amount = ""] = fields;
    const cents = this.#centsOf(amount);
    this.#account.cents += cents;
    this.#account.records += 1;
    const rest = fields.slice(3 + fundsFields(fields, 2));
    const [bankReference = "", customerReference = "", ...words] = rest;
    this.#detail = {
      code: Number(code),
      cents,
      line: this.#line,
      reference: customerReference || bankReference,
      text: [words.join(",")],
    };
  }

  #goOn(text: string): void {
    if (this.#inside === "nothing" || this.#inside === "done") {
      this.#report("BAI2_RECORD_MISPLACED");
      return;
    }
    if (this.#inside === "account") this.#account.records += 1;
    else if (this.#inside === "group") this.#group.records += 1;
    else this.#file.records += 1;
    if (this.#detail !== undefined) this.#detail.text.push(text.replace(/\/$/, ""));
    else if (this.#inside === "account") {
      this.#account.cents += this.#summaryCents(text.replace(/\/$/, "").split(","));
    }
  }

  #endDetail(): void {
    const detail = this.#detail;
    this.#detail = undefined;
    if (detail === undefined) return;
    const type = depositType(detail.code);
    if (type === undefined || detail.cents <= 0) {
      this.#passedOver += 1;
      return;
    }
    // An addendum may be cut in the midst by the end of a record.
    const joined = detail.text.join("");
    const spaced = detail.text.join("  ").trim();
    const trace = addendum.exec(joined)?.[1] ?? addendum.exec(spaced)?.[1];
    this.#deposits.push({
      rowNumber: detail.line,
      depositedOn: this.#day,
      cents: detail.cents,
      traceNumber: trace ?? (type === "ACH" ? "" : detail.reference.trim().slice(0, 200)),
      payerName: (companyName.exec(spaced)?.[1] ?? "").trim(),
      type,
    });
  }

  #endAccount([total = "", records = ""]: readonly string[]): void {
    if (this.#inside !== "account") {
      this.#report("BAI2_RECORD_MISPLACED");
      return;
    }
    this.#endDetail();
    this.#inside = "group";
    this.#account.records += 1;
    this.#group.cents += this.#account.cents;
    this.#group.records += this.#account.records;
    this.#group.accounts += 1;
    this.#compare(total, this.#account.cents, [[records, this.#account.records]]);
  }

  #endGroup([total = "", accounts = "", records = ""]: readonly string[]): void {
    if (this.#inside !== "group") {
      this.#report("BAI2_RECORD_MISPLACED");
      return;
    }
    this.#inside = "file";
    this.#group.records += 1;
    this.#file.cents += this.#group.cents;
    this.#file.records += this.#group.records;
    this.#file.groups += 1;
    this.#compare(total, this.#group.cents, [
      [accounts, this.#group.accounts],
      [records, this.#group.records],
    ]);
  }

  #endFile([total = "", groups = "", records = ""]: readonly string[]): void {
    if (this.#inside !== "file") {
      this.#report("BAI2_RECORD_MISPLACED");
      return;
    }
    this.#inside = "done";
    this.#file.records += 1;
    this.#compare(total, this.#file.cents, [
      [groups, this.#file.groups],
      [records, this.#file.records],
    ]);
  }

  #compare(total: string, cents: number, counts: readonly (readonly [string, number])[]): void {
    if (this.#centsOf(total) !== cents) this.#report("BAI2_TOTAL");
    if (counts.some(([stated, counted]) => Number(stated.trim()) !== counted)) {
      this.#report("BAI2_COUNT");
    }
  }

  #enter(from: "nothing" | "file" | "group", to: "file" | "group" | "account"): boolean {
    if (this.#inside !== from) {
      this.#report("BAI2_RECORD_MISPLACED");
      return false;
    }
    this.#inside = to;
    return true;
  }

  #centsOf(field: string): number {
    const text = field.trim();
    if (text === "") return 0;
    if (!/^[+-]?\d{1,15}$/.test(text)) {
      this.#report("BAI2_AMOUNT");
      return 0;
    }
    return Number(text);
  }

  #dayOf(field: string): string {
    const [, year, month, day] = /^(\d\d)(\d\d)(\d\d)$/.exec(field.trim()) ?? [];
    const text = `20${year}-${month}-${day}`;
    const stamp = Date.parse(`${text}T00:00:00Z`);
    if (Number.isNaN(stamp) || new Date(stamp).toISOString().slice(0, 10) !== text) {
      this.#report("BAI2_DATE");
      return "";
    }
    return text;
  }

  #requireDollars(currency: string | undefined): void {
    if (!["", "USD"].includes(currency?.trim() ?? "")) this.#report("BAI2_CURRENCY");
  }

  #report(code: Bai2IssueCode): void {
    this.#issues.push({
      code,
      severity: "error",
      line: this.#line,
      message: messages[code],
      source: "headwater import",
    });
  }
}

/** Fields that follow a funds type: none, value date and time (V), three amounts (S), or pairs (D). */
function fundsFields(fields: readonly string[], at: number): number {
  switch (fields[at]?.trim().toUpperCase()) {
    case "V":
      return 2;
    case "S":
      return 3;
    case "D":
      return 1 + 2 * (Number(fields[at + 1]) || 0);
    default:
      return 0;
  }
}
