import { isCivilDate } from "@headwater/code-sets/civil-date.ts";
import { cents, formatCents, isCentsRefusal, parseCents } from "@headwater/ledger";
import type { ImportTable, ImportTableRow } from "../csv/read-import-table.ts";
import {
  changedColumns,
  type ImportPlan,
  type ImportReason,
  planImport,
} from "../import-preview.ts";
import { type MasterFaultCode, masterFaults } from "../master-faults.ts";
import { type NamedPayer, payerByName, payerIdentifierKey } from "../payer/payer.ts";

/** The columns of fee schedule files, as `headwater import` knows them too. */
export const feeScheduleColumns = {
  required: ["payer_id", "payer", "procedure_code", "allowed", "effective_from", "effective_to"],
  optional: [],
} as const;

/** What a payer allows for a procedure over a time. */
export type FeeScheduleEntry = {
  /** Empty when the payer is known by its name alone. */
  readonly payerIdentifier: string;
  readonly payerName: string;
  readonly procedureCode: string;
  readonly allowedCents: number;
  readonly effectiveFrom: string;
  /** Absent: still in force. */
  readonly effectiveTo: string | undefined;
};

/** A row on file, as an import compares with it. */
export type KnownAllowed = {
  readonly payerKey: string;
  readonly procedureCode: string;
  readonly allowedCents: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
};

/** The payer that an entry names. */
export function payerOfEntry(entry: FeeScheduleEntry): NamedPayer {
  if (entry.payerIdentifier === "") return payerByName(entry.payerName);
  return {
    identifierKey: payerIdentifierKey(entry.payerIdentifier),
    identifier: entry.payerIdentifier,
    name: entry.payerName === "" ? entry.payerIdentifier : entry.payerName,
  };
}

/** Decides on the rows of fee schedules: payer, code and first day stand for one row. */
export function planFeeSchedule(
  table: ImportTable,
  known: readonly KnownAllowed[],
): ImportPlan<FeeScheduleEntry, KnownAllowed> {
  const keyOf = (key: string, row: { procedureCode: string; effectiveFrom: string }) =>
    `${key}|${row.procedureCode}|${row.effectiveFrom}`;
  const entryKey = (entry: FeeScheduleEntry) => keyOf(payerOfEntry(entry).identifierKey, entry);
  const byKey = new Map(known.map((row) => [keyOf(row.payerKey, row), row]));
  return planImport<FeeScheduleEntry, KnownAllowed>(table, {
    read: readEntry,
    keyOf: entryKey,
    knownOf: (entry) => byKey.get(entryKey(entry)),
    changesOf: (entry, row) =>
      changedColumns([
        ["allowed", dollars(row.allowedCents), dollars(entry.allowedCents)],
        ["effective_to", row.effectiveTo ?? "", entry.effectiveTo ?? ""],
      ]),
  });
}

function dollars(wholeCents: number): string {
  return formatCents(cents(wholeCents));
}

function readEntry(row: ImportTableRow): FeeScheduleEntry | readonly ImportReason[] {
  const parsed = parseCents(row.cell("allowed"));
  const isAllowed = !isCentsRefusal(parsed) && /^\d+\.\d{2}$/.test(row.cell("allowed"));
  const from = row.cell("effective_from");
  const to = row.cell("effective_to");
  const code = row.cell("procedure_code").toUpperCase();
  const isNamed = row.cell("payer_id") !== "" || row.cell("payer") !== "";
  const checks: readonly (readonly [boolean, string, MasterFaultCode])[] = [
    [!isNamed, "payer_id", "PAYER_MISSING"],
    [!/^[A-Z0-9]{5}$/.test(code), "procedure_code", "PROCEDURE_CODE_INVALID"],
    [!isAllowed, "allowed", "ALLOWED_INVALID"],
    [!isCivilDate(from), "effective_from", "DATE_INVALID"],
    [to !== "" && !isCivilDate(to), "effective_to", "DATE_INVALID"],
    [to !== "" && to < from, "effective_to", "DAYS_REVERSED"],
  ];
  const faults = checks.filter(([isWrong]) => isWrong);
  if (faults.length > 0 || isCentsRefusal(parsed)) {
    return faults.map(([, column, code]) => ({ column, code, reason: masterFaults[code] }));
  }
  return {
    payerIdentifier: row.cell("payer_id"),
    payerName: row.cell("payer"),
    procedureCode: code,
    allowedCents: parsed,
    effectiveFrom: from,
    effectiveTo: to === "" ? undefined : to,
  };
}
