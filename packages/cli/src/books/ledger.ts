import { listAccounts } from "@headwater/revenue-cycle/books/account/list-accounts.query.ts";
import { verifyLedger } from "@headwater/revenue-cycle/books/account/verify-ledger.query.ts";
import type { Command } from "commander";
import { choosePractice, inAuditedPractice, withInstallation } from "../installation.ts";
import { createOutput, dollars, tableLines } from "../output.ts";

type LedgerOptions = { readonly practice?: string; readonly json?: boolean };

/** `ledger accounts` and `ledger verify`. */
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
