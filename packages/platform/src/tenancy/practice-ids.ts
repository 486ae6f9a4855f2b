import { sql } from "../database/sql.ts";
import { type PracticesDatabase, withNoPractice } from "./with-practices.ts";

/**
 * The ids of all practices, for work of the installation itself (chaining, day ticks). A request
 * never asks this: its set comes from the roles of its user.
 */
export async function allPracticeIds(database: PracticesDatabase): Promise<number[]> {
  const rows = await withNoPractice(database, { actor: "system", readOnly: true }, (transaction) =>
    transaction.query<{ practice_id: number }>(
      sql`select practice_id from practices order by practice_id`,
    ),
  );
  return rows.map((row) => row.practice_id);
}
