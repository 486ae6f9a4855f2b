import { createHash } from "node:crypto";
import { type ProblemTable, problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type Route } from "@headwater/platform/http/route.ts";
import type { Permission } from "@headwater/platform/identity/permissions.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type ImportColumns, type ImportTable, readImportTable } from "./csv/read-import-table.ts";
import {
  type ImportAnswer,
  importAnswerSchema,
  importRowsShown,
  importSchema,
} from "./import-answers.ts";
import { type ImportPlan, type ImportRow, importCounts, importOutcomes } from "./import-preview.ts";

/** A noun whose rows are taken in from a table, once a person has seen what would become of them. */
export type ImportNoun<Draft, Known> = {
  /** `/payers/import`. */
  readonly url: string;
  readonly words: string;
  readonly category: string;
  readonly permission: Permission;
  readonly columns: ImportColumns;
  /** Decides on every row from what stands now. */
  readonly plan: (
    transaction: PracticeTransaction,
    table: ImportTable,
    today: string,
  ) => Promise<ImportPlan<Draft, Known>>;
  /** Writes the rows that are added or changed. False: somebody else changed one of them meanwhile. */
  readonly write: (
    transaction: PracticeTransaction,
    writes: ImportPlan<Draft, Known>["writes"],
    today: string,
  ) => Promise<boolean>;
};

export const importProblems: ProblemTable = {
  import_unreadable: { status: 422, title: "The file is not a table that can be read" },
  import_changed: {
    status: 409,
    title: "What is on file has changed since the preview; look at it again",
  },
};

/**
 * Without `confirmed` a preview: every row's outcome, nothing written. With the preview's digest the
 * same decision is taken again and written, unless its outcome is another one by now.
 */
export function importRoute<Draft, Known>(noun: ImportNoun<Draft, Known>): Route {
  return practiceRoute({
    method: "POST",
    url: noun.url,
    summary: `Take ${noun.words} in from a table: a preview first, then the confirmed rows`,
    permission: noun.permission,
    audit: { action: "change", category: noun.category },
    schema: { body: importSchema, response: importAnswerSchema },
    handler: async ({ transaction, practice, body, auditDetail }) => {
      const table = readImportTable(body.text, noun.columns);
      if (table.is === "refused") throw problem("import_unreadable", { detail: table.reason });
      const plan = await noun.plan(transaction, table, practice.today);
      const digest = digestOf(plan.rows);
      const isWritten = body.confirmed !== undefined;
      if (isWritten && body.confirmed !== digest) throw problem("import_changed");
      if (isWritten && !(await noun.write(transaction, plan.writes, practice.today))) {
        throw problem("import_changed");
      }
      const counts = importCounts(plan.rows);
      auditDetail({ ...counts, isWritten });
      return { isWritten, digest, counts, ignored: [...table.ignored], ...shownRows(plan.rows) };
    },
  });
}

function digestOf(rows: readonly ImportRow[]): string {
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
}

/** What a person must look at first: refused, then changed, then added rows, each in file order. */
const order = [...importOutcomes].sort((a, b) => weight(a) - weight(b));

function weight(outcome: ImportRow["outcome"]): number {
  return ["refused", "changed", "added", "same"].indexOf(outcome);
}

function shownRows(rows: readonly ImportRow[]): Pick<ImportAnswer, "rows" | "more"> {
  const sorted = order.flatMap((outcome) => rows.filter((row) => row.outcome === outcome));
  const shown = sorted.slice(0, importRowsShown).map((row) => ({
    ...row,
    reasons: row.reasons.map((reason) => ({ ...reason, column: reason.column ?? null })),
  }));
  return { rows: shown, more: rows.length - shown.length };
}
