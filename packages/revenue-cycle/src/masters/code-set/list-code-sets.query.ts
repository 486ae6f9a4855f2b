import { type CodeSetName, codeFileFaultCodes, codeSetNames } from "@headwater/code-sets";
import { sql } from "@headwater/platform/database/sql.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { actorName, instantText } from "../answer-columns.query.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import { isWholePtpEdition } from "./code-set.ts";
import type { CodeSetFileAnswer, CodeSetState } from "./code-set-answers.ts";

/** A reading that tells nothing for so long has ended with its process. */
const silentMinutes = 5;

export type CodeSetFilter = { readonly codeSet?: string | undefined };

/** Files that were handed in, the latest first, with what became of each. */
export async function listCodeSetFiles(
  transaction: Transaction,
  filter: CodeSetFilter,
  page: { readonly limit: number; readonly after?: readonly [number] | undefined },
): Promise<Page<CodeSetFileAnswer, [number]>> {
  const { codeSet } = filter;
  const rows = await transaction.query<Omit<CodeSetFileAnswer, "reason">>(sql`
    select code_set_file_id as id, name, code_set as "codeSet", variant, part, edition,
      effective_from as "effectiveFrom", effective_to as "effectiveTo", row_count as rows,
      case when verdict = 'reading' and progressed_at < now() - make_interval(mins => ${silentMinutes})
        then 'interrupted' else verdict end as verdict,
      reason_code as "reasonCode", reason_line as line, reason_column as "column",
      ${actorName(sql`loaded_by`)} as "loadedBy", ${instantText(sql`started_at`)} as "loadedAt", sha256
    from code_set_files
    where true ${codeSet === undefined ? sql`` : sql`and code_set = ${codeSet}`}
      ${page.after === undefined ? sql`` : sql`and code_set_file_id < ${page.after[0]}`}
    order by code_set_file_id desc limit ${page.limit + 1}`);
  return pageOf(rows.map(withReason), page.limit, (row) => [row.id]);
}

function withReason(row: Omit<CodeSetFileAnswer, "reason">): CodeSetFileAnswer {
  const code = row.reasonCode as keyof typeof codeFileFaultCodes | null;
  return { ...row, reason: code === null ? null : (codeFileFaultCodes[code] ?? null) };
}

type StateRow = {
  readonly codeSet: CodeSetName;
  readonly variant: string;
  readonly edition: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly rows: number;
  readonly parts: number[];
  readonly editions: number;
};

/** Every code set with the edition that answers for the day, or that none does. */
export async function listCodeSets(transaction: Transaction, on: string): Promise<CodeSetState[]> {
  const rows = await transaction.query<StateRow>(sql`
    with editions as (
      select code_set, variant, edition, min(effective_from) as effective_from,
        max(effective_to) as effective_to, sum(row_count)::bigint as rows,
        array_agg(part order by part) as parts,
        count(*) over (partition by code_set, variant) as editions
      from code_set_files where verdict = 'read'
      group by code_set, variant, edition
    )
    select distinct on (code_set, variant) code_set as "codeSet", variant, edition,
      effective_from as "effectiveFrom", effective_to as "effectiveTo", rows, parts, editions
    from editions
    order by code_set, variant,
      (effective_from <= ${on} and (effective_to is null or ${on} <= effective_to)) desc,
      effective_from desc`);
  return codeSetNames.flatMap((codeSet) => {
    const loaded = rows.filter((row) => row.codeSet === codeSet);
    return loaded.length === 0 ? [notLoaded(codeSet)] : loaded.map((row) => stateOf(row, on));
  });
}

function notLoaded(codeSet: CodeSetName): CodeSetState {
  const none = { edition: null, effectiveFrom: null, effectiveTo: null, rows: 0, editions: 0 };
  return { codeSet, variant: "", state: "not-loaded", ...none };
}

function stateOf({ parts, ...row }: StateRow, on: string): CodeSetState {
  const isInForce = row.effectiveFrom <= on && (row.effectiveTo === null || on <= row.effectiveTo);
  const isWhole = row.codeSet !== "ncci-ptp" || isWholePtpEdition(parts);
  if (!isInForce) return { ...row, state: "not-in-force" };
  return { ...row, state: isWhole ? "in-force" : "incomplete" };
}
