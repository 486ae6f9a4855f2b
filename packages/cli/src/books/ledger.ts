import { writeFile } from "node:fs/promises";
import { NamedError } from "@headwater/platform/named-error.ts";
import { listAccounts } from "@headwater/revenue-cycle/books/account/list-accounts.query.ts";
import { verifyLedger } from "@headwater/revenue-cycle/books/account/verify-ledger.query.ts";
import { generalLedgerJournal } from "@headwater/revenue-cycle/books/general-ledger/general-ledger.query.ts";
import type { Command } from "commander";
import { choosePractice, inAuditedPractice, withInstallation } from "../installation.ts";
import { createOutput, dollars, tableLines } from "../output.ts";

type LedgerOptions = { readonly practice?: string; readonly json?: boolean };

/** `ledger accounts`, `ledger verify` and `ledger export`. */
export function addLedger(program: Command): void {
  const ledger = program.command("ledger").description("the books");
  ledger
    .command("accounts")
    .description("balances by account, debit positive")
    .option("--practice <name>", "which practice, if there are several")
    .option("--json", "one object per account")
    .action(showAccounts);
  ledger
    .command("verify")
    .description("prove that the books add up; exit 1 on any fault")
    .option("--practice <name>", "which practice, if there are several")
    .option("--json", "one object")
    .action(verify);
  ledger
    .command("export")
    .description("the journal of a month, or a day of it, as CSV for a general ledger")
    .requiredOption("--month <YYYY-MM>", "the month")
    .option("--day <YYYY-MM-DD>", "one day of it")
    .option("--out <file>", "a file to write; standard output without")
    .option("--practice <name>", "which practice, if there are several")
    .option("--json", "one object instead of the journal, with --out")
    .action(exportJournal);
}

async function showAccounts(options: LedgerOptions): Promise<void> {
  const output = createOutput(options.json === true);
  await withInstallation(async ({ database }) => {
    const practice = await choosePractice(database, options.practice);
    const accounts = await inAuditedPractice(database, practice, {
      audit: { action: "read", category: "account" },
      work: listAccounts,
    });
    for (const account of accounts) output.record(account);
    const columns = [{ title: "kind" }, { title: "account" }, { title: "balance", right: true }];
    const rows = accounts.map(({ kind, name, cents }) => [kind, name, dollars(cents)]);
    for (const line of tableLines(columns, rows)) output.line(line);
  });
}

type ExportOptions = LedgerOptions & {
  readonly month: string;
  readonly day?: string;
  readonly out?: string;
};

/** Writes the journal by the numbers of the general ledger that the practice gave its accounts. */
async function exportJournal({ month, day, out, ...options }: ExportOptions): Promise<void> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || (day !== undefined && !isDayOf(day, month))) {
    throw new NamedError("MONTH_UNREADABLE", "give --month YYYY-MM and --day YYYY-MM-DD of it");
  }
  const output = createOutput(options.json === true);
  await withInstallation(async ({ database }) => {
    const practice = await choosePractice(database, options.practice);
    const journal = await inAuditedPractice(database, practice, {
      audit: { action: "export", category: "ledger" },
      work: (transaction) => generalLedgerJournal(transaction, `${month}-01`, day),
    });
    if (journal.is === "unmapped") {
      throw new NamedError(
        "ACCOUNT_UNNUMBERED",
        `number these accounts for the general ledger first: ${journal.kinds.join(", ")}`,
      );
    }
    if (out === undefined) process.stdout.write(journal.text);
    else {
      await writeFile(out, journal.text);
      const { entries, cents, isClosed } = journal;
      output.record({ file: out, entries, cents, isClosed });
      output.line(`${entries} entries, ${dollars(cents)}, written to ${out}`);
    }
  });
}

function isDayOf(day: string, month: string): boolean {
  return new RegExp(`^${month}-(0[1-9]|[12]\\d|3[01])$`).test(day);
}

async function verify(options: LedgerOptions): Promise<void> {
  const output = createOutput(options.json === true);
  await withInstallation(async ({ database }) => {
    const practice = await choosePractice(database, options.practice);
    const check = await inAuditedPractice(database, practice, {
      audit: { action: "read", category: "ledger" },
      work: verifyLedger,
    });
    output.record(check);
    output.line(
      `${check.transfers.toLocaleString("en-US")} transfers over ${check.accounts} accounts: ${
        check.faults.length === 0 ? "everything adds up" : `${check.faults.length} faults`
      }`,
    );
    for (const fault of check.faults)
      output.line(
        `  ${fault.code} subject ${fault.subjectId} line ${fault.lineNumber ?? "-"} ${dollars(fault.cents)}`,
      );
    process.exitCode = check.faults.length === 0 ? 0 : 1;
  });
}
