import type { Page } from "@headwater/revenue-cycle/masters/answer-schemas.ts";
import type {
  ClaimAnswer,
  ClaimRow,
} from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { claimStates } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { claimPagesByNumber } from "@headwater/revenue-cycle/mid-cycle/claim/claim-page.query.ts";
import {
  claimHeaderRecord,
  claimRecord,
} from "@headwater/revenue-cycle/mid-cycle/claim/claim-record.ts";
import {
  type ClaimKey,
  searchClaims,
} from "@headwater/revenue-cycle/mid-cycle/claim/search-claims.query.ts";
import { type Command, InvalidArgumentError, Option } from "commander";
import { choosePractice, inAuditedPractice, withInstallation } from "../installation.ts";
import { createOutput, dollars, type Output, tableLines } from "../output.ts";

type ShowOptions = {
  readonly practice?: string;
  readonly json?: boolean;
  readonly version?: number;
};
type ListOptions = { readonly practice?: string; readonly json?: boolean; readonly state?: string };

const pageRows = 1000;

/** `claim show NUMBER` and `claim list`. */
export function addClaim(program: Command): void {
  const claim = program.command("claim").description("claims and what they stand at");
  claim
    .command("show <number>")
    .description("one claim by patient control number, its newest version unless told otherwise")
    .option("--version <number>", "an older version of the number", wholeNumber)
    .option("--practice <name>", "which practice, if there are several")
    .option("--json", "one object")
    .action(showClaim);
  claim
    .command("list")
    .description("claim headers, newest date of service first")
    .addOption(new Option("--state <state>", "only these").choices([...claimStates]))
    .option("--practice <name>", "which practice, if there are several")
    .option("--json", "one object per claim")
    .action(listClaims);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("A version is a whole number.");
  return Number(text);
}

async function showClaim(number: string, options: ShowOptions): Promise<void> {
  const output = createOutput(options.json === true);
  await withInstallation(async ({ database }) => {
    const practice = await choosePractice(database, options.practice);
    const pages = await inAuditedPractice(database, practice, {
      audit: { action: "read", category: "claim" },
      subjects: (shown: readonly ClaimAnswer[]) => [
        { kind: "claim", ids: shown.map((one) => one.id) },
      ],
      work: (transaction) => claimPagesByNumber(transaction, number),
    });
    const versions = options.version
      ? pages.filter((page) => page.version === options.version)
      : pages;
    const [claim, ...others] = versions;
    if (claim === undefined) {
      output.remark("No claim has this number.");
      process.exitCode = 1;
      return;
    }
    output.record(claimRecord(claim));
    for (const line of claimLines(claim)) output.line(line);
    if (others.length > 0)
      output.remark(`${others.length} more under this number; --version shows an older one.`);
  });
}

function claimLines(claim: ClaimAnswer): string[] {
  const columns = [
    { title: "line" },
    { title: "code" },
    { title: "charged", right: true },
    { title: "paid", right: true },
    { title: "contractual", right: true },
    { title: "patient", right: true },
    { title: "open", right: true },
    { title: "denied", right: true },
  ];
  const row = (name: string, code: string, { cents }: Pick<ClaimAnswer, "cents">) => [
    name,
    code,
    dollars(cents.charged),
    dollars(cents.insurancePaid),
    dollars(cents.contractual),
    dollars(cents.patientResponsibility),
    dollars(cents.openInsurance + cents.openPatient),
    dollars(cents.denied),
  ];
  const rows = claim.lines.map((line) =>
    row(String(line.lineNumber), line.procedureCode ?? line.revenueCode ?? "", line),
  );
  return [
    `Claim ${claim.patientControlNumber} · ${claim.payer} · ${claim.serviceFrom ?? "no date"} · ${claim.state}`,
    "",
    ...tableLines(columns, [...rows, row("total", "", claim)]),
    ...claim.denials.map(
      (denial) =>
        `denied ${dollars(denial.cents)}: ${denial.groupCode}-${denial.reasonCode} ${denial.words.reason} (${denial.stage}, ${denial.process})`,
    ),
    ...claim.next.map(
      (next) => `next: ${next.whyText} (${next.role}${next.due ? `, by ${next.due}` : ""})`,
    ),
  ];
}

async function listClaims(options: ListOptions): Promise<void> {
  const output = createOutput(options.json === true);
  await withInstallation(async ({ database }) => {
    const practice = await choosePractice(database, options.practice);
    let after: ClaimKey | undefined;
    do {
      const page: Page<ClaimRow, ClaimKey> = await inAuditedPractice(database, practice, {
        audit: { action: "read", category: "claim" },
        subjects: (shown) => [{ kind: "claim", ids: shown.rows.map((one) => one.id) }],
        work: (transaction) =>
          searchClaims(transaction, {
            state: options.state,
            sort: "service",
            limit: pageRows,
            after,
          }),
      });
      writePage(output, page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined);
  });
}

function writePage(output: Output, rows: readonly ClaimRow[]): void {
  for (const row of rows) {
    output.record(claimHeaderRecord(row));
    output.line(
      [
        row.patientControlNumber.padEnd(20),
        row.serviceFrom ?? "          ",
        row.state.padEnd(12),
        dollars(row.chargedCents).padStart(12),
        dollars(row.openInsuranceCents + row.openPatientCents).padStart(12),
        row.payer,
      ].join("  "),
    );
  }
}
