import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";

export type PracticeKind = "practice" | "own-files" | "demo";

/** A practice as its own work needs it. */
export type Practice = {
  readonly practiceId: number;
  readonly publicId: string;
  readonly name: string;
  readonly kind: PracticeKind;
  readonly timeZone: string;
  /** Only a demo practice has one of its own; for all others it is today. */
  readonly businessDate: string | undefined;
};

type PracticeRow = {
  practice_id: number;
  public_id: string;
  name: string;
  kind: PracticeKind;
  time_zone: string;
  business_date: string | null;
};

const columns = sql`practice_id, public_id, name, kind, time_zone, business_date`;

function practice(row: PracticeRow): Practice {
  return {
    practiceId: row.practice_id,
    publicId: row.public_id,
    name: row.name,
    kind: row.kind,
    timeZone: row.time_zone,
    businessDate: row.business_date ?? undefined,
  };
}

/** All practices of the directory by name. The caller has the right to see them. */
export async function listPractices(transaction: PracticesTransaction): Promise<Practice[]> {
  const rows = await transaction.query<PracticeRow>(
    sql`select ${columns} from practices order by name`,
  );
  return rows.map(practice);
}

/** A practice by its id. */
export async function findPractice(
  transaction: PracticesTransaction,
  practiceId: number,
): Promise<Practice | undefined> {
  const row = await transaction.maybeOne<PracticeRow>(
    sql`select ${columns} from practices where practice_id = ${practiceId}`,
  );
  return row === undefined ? undefined : practice(row);
}

/** A practice by its exact name. */
export async function findPracticeByName(
  transaction: PracticesTransaction,
  name: string,
): Promise<Practice | undefined> {
  const row = await transaction.maybeOne<PracticeRow>(
    sql`select ${columns} from practices where name = ${name}`,
  );
  return row === undefined ? undefined : practice(row);
}

/** Adds a practice to the directory; undefined when the name is taken. */
export async function insertPractice(
  transaction: PracticesTransaction,
  named: { readonly publicId: string; readonly name: string; readonly kind: PracticeKind },
): Promise<Practice | undefined> {
  const row = await transaction.maybeOne<PracticeRow>(sql`
    insert into practices (public_id, name, kind)
    values (${named.publicId}, ${named.name}, ${named.kind})
    on conflict (name) do nothing
    returning ${columns}`);
  return row === undefined ? undefined : practice(row);
}
