import { sql } from "@headwater/platform/database/sql.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { codeKey } from "./code-set.ts";
import type { CodesOfDay, CodingRules, RuleAnswer } from "./coding-rules.ts";
import { loadedEditions } from "./edition-in-force.store.ts";
import { type EditionFile, editionInForce, ptpFilesOn } from "./loaded-editions.ts";

const practitioner = "practitioner";

/**
 * Reads, in one statement for each table, what it says about the codes of many claims: pairs that are
 * not paid together, units that are unlikely, status and global period in the fee schedule.
 */
export async function loadCodingRules(
  transaction: Transaction,
  asked: readonly CodesOfDay[],
): Promise<CodingRules> {
  const editions = await loadedEditions(transaction, ["ncci-ptp", "ncci-mue", "pfs-rvu"]);
  const days = [...new Set(asked.map(({ on }) => on))];
  const ptp = new Map(
    days.map((on) => [on, ptpFilesOn(editions, { on, variant: practitioner })] as const),
  );
  const mue = new Map(
    days.map(
      (on) =>
        [on, editionInForce(editions, { codeSet: "ncci-mue", on, variant: practitioner })] as const,
    ),
  );
  const fees = new Map(
    days.map((on) => [on, editionInForce(editions, { codeSet: "pfs-rvu", on })] as const),
  );
  const ptpFiles = [...ptp.values()].flatMap((edition) => edition?.files ?? []);
  const codes = [...new Set(asked.flatMap((one) => one.codes.map(codeKey)))];
  const pairs = await ptpRows(transaction, fileIds(ptpFiles), pairsOf(asked));
  const limits = await limitRows(transaction, fileIds([...mue.values()]), codes);
  const values = await feeRows(transaction, fileIds([...fees.values()]), codes);
  return {
    pair: (column1, column2, on) => {
      const edition = ptp.get(on);
      if (edition === undefined) return { is: "not-loaded" };
      const files = new Set(edition.files.map(({ fileId }) => fileId));
      const row = pairs
        .get(`${codeKey(column1)} ${codeKey(column2)}`)
        ?.find(
          (one) =>
            files.has(one.fileId) &&
            one.effectiveFrom <= on &&
            (one.effectiveTo === null || on <= one.effectiveTo),
        );
      if (row !== undefined) return { is: "found", modifierIndicator: row.modifierIndicator };
      return { is: edition.isWhole ? "absent" : "not-loaded" };
    },
    unitLimit: (code, on) => answered(mue.get(on), limits, code),
    feeSchedule: (code, on) => answered(fees.get(on), values, code),
  };
}

function fileIds(files: readonly (EditionFile | undefined)[]): number[] {
  return [...new Set(files.flatMap((file) => (file ? [file.fileId] : [])))];
}

function pairsOf(asked: readonly CodesOfDay[]): (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const { codes } of asked) {
    const keys = [...new Set(codes.map(codeKey))];
    for (const one of keys) {
      for (const other of keys) if (one !== other) pairs.set(`${one} ${other}`, [one, other]);
    }
  }
  return [...pairs.values()];
}

function answered<Row extends object>(
  edition: EditionFile | undefined,
  rows: ReadonlyMap<string, Row>,
  code: string,
): RuleAnswer<Row> {
  if (edition === undefined) return { is: "not-loaded" };
  const row = rows.get(`${edition.fileId} ${codeKey(code)}`);
  return row === undefined ? { is: "absent" } : { is: "found", ...row };
}

type PairRow = {
  readonly fileId: number;
  readonly column1: string;
  readonly column2: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly modifierIndicator: number;
};

async function ptpRows(
  transaction: Transaction,
  files: readonly number[],
  pairs: readonly (readonly [string, string])[],
): Promise<Map<string, PairRow[]>> {
  const found = new Map<string, PairRow[]>();
  if (files.length === 0 || pairs.length === 0) return found;
  const rows = await transaction.query<PairRow>(sql`
    select e.code_set_file_id as "fileId", e.column_1 as "column1", e.column_2 as "column2",
      e.effective_from as "effectiveFrom", e.effective_to as "effectiveTo",
      e.modifier_indicator as "modifierIndicator"
    from unnest(${pairs.map(([one]) => one)}::text[], ${pairs.map(([, other]) => other)}::text[])
      as pair (one, other)
    cross join unnest(${[...files]}::bigint[]) as file (id)
    join ptp_edits e on e.code_set_file_id = file.id and e.column_1 = pair.one collate "C"
      and e.column_2 = pair.other collate "C"
    where e.modifier_indicator <> 9
    order by e.effective_from desc`);
  for (const row of rows) {
    const key = `${row.column1} ${row.column2}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

async function limitRows(
  transaction: Transaction,
  files: readonly number[],
  codes: readonly string[],
) {
  if (files.length === 0) return new Map<string, never>();
  const rows = await transaction.query<{
    readonly fileId: number;
    readonly code: string;
    readonly units: number;
    readonly adjudicationIndicator: number;
  }>(sql`
    select code_set_file_id as "fileId", code, units,
      adjudication_indicator as "adjudicationIndicator"
    from mue_limits
    where code_set_file_id = any (${[...files]}::bigint[]) and code = any (${[...codes]}::text[])`);
  return new Map(
    rows.map(({ fileId, code, units, adjudicationIndicator }) => [
      `${fileId} ${code}`,
      { units, adjudicationIndicator },
    ]),
  );
}

async function feeRows(
  transaction: Transaction,
  files: readonly number[],
  codes: readonly string[],
) {
  if (files.length === 0) return new Map<string, never>();
  const rows = await transaction.query<{
    readonly fileId: number;
    readonly code: string;
    readonly status: string;
    readonly globalDays: string;
  }>(sql`
    select code_set_file_id as "fileId", code, status, global_days as "globalDays"
    from relative_values
    where code_set_file_id = any (${[...files]}::bigint[]) and code = any (${[...codes]}::text[])
      and modifier = ''`);
  return new Map(
    rows.map(({ fileId, code, status, globalDays }) => [
      `${fileId} ${code}`,
      { status, globalDays },
    ]),
  );
}
