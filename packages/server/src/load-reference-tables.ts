import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { poolRows } from "@headwater/platform/database/pool.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import { projectRoot } from "@headwater/platform/project-root.ts";
import type pg from "pg";
import { loadPayerDirectory } from "./load-payer-directory.ts";

/**
 * Brings the tables of codes and rules in the database to the files of `database/reference`; those
 * that are equal stay untouched. Returns the names of the changed ones.
 */
export async function loadReferenceTables(
  owner: pg.Pool,
  folder: string = join(projectRoot(), "database", "reference"),
): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".csv")).sort();
  const known = await poolRows<{ name: string; sha256: string }>(
    owner,
    sql`select name, sha256 from reference_tables`,
  );
  const digests = new Map(known.map((row) => [row.name, row.sha256]));
  const changed: string[] = [];
  for (const file of files) {
    const content = await readFile(join(folder, file), "utf8");
    const sha256 = createHash("sha256").update(content).digest("hex");
    const name = basename(file, ".csv");
    if (digests.get(name) === sha256) continue;
    if (name === "payer-directory") await loadPayerDirectory(owner, content);
    await poolRows(
      owner,
      sql`insert into reference_tables (name, content, sha256)
          values (${name}, ${content}, ${sha256})
          on conflict (name) do update
            set content = excluded.content, sha256 = excluded.sha256, loaded_at = now()`,
    );
    changed.push(name);
  }
  return changed;
}
