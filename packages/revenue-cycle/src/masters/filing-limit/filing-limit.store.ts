import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "@headwater/platform/database/sql.ts";
import { projectRoot } from "@headwater/platform/project-root.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { FilingLimit } from "./filing-limit.ts";
import { readFilingLimits } from "./read-filing-limits.ts";

let brought: Promise<readonly FilingLimit[]> | undefined;

/** The limits that the program brings, from `database/reference/filing-limits.csv`; read once. */
function broughtFilingLimits(): Promise<readonly FilingLimit[]> {
  brought ??= load();
  return brought;
}

async function load(): Promise<readonly FilingLimit[]> {
  const path = join(projectRoot(), "database", "reference", "filing-limits.csv");
  return readFilingLimits(await readFile(path, "utf8"));
}

type Row = Pick<FilingLimit, "kind" | "length" | "unit" | "basis" | "source" | "effectiveFrom"> & {
  readonly payerId: number;
  readonly planId: number | null;
  readonly state: string | null;
  readonly effectiveTo: string | null;
};

/** Every limit that may hold for these payers: the practice's own and those that the program brings. */
export async function loadFilingLimits(
  transaction: PracticeTransaction,
  payerIds: readonly number[],
): Promise<readonly FilingLimit[]> {
  const rows = await transaction.query<Row>(sql`
    select payer_id as "payerId", plan_id as "planId", state, kind, limit_length as length,
      limit_unit as unit, basis, source, effective_from as "effectiveFrom",
      effective_to as "effectiveTo"
    from filing_limits
    where practice_id = ${transaction.practiceId} and payer_id = any (${[...payerIds]}::bigint[])`);
  const own = rows.map(
    (row): FilingLimit => ({
      ...row,
      payerKey: undefined,
      lineOfBusiness: undefined,
      planId: row.planId ?? undefined,
      state: row.state ?? undefined,
      effectiveTo: row.effectiveTo ?? undefined,
    }),
  );
  return [...own, ...(await broughtFilingLimits())];
}
