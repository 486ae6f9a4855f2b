import { listWork, type WorkKey } from "@headwater/revenue-cycle/work/work-item/list-work.query.ts";
import { workRecord } from "@headwater/revenue-cycle/work/work-item/work-record.ts";
import type { Command } from "commander";
import { choosePractice, inAuditedPractice, withInstallation } from "../installation.ts";
import { createOutput, dollars } from "../output.ts";

type WorkOptions = {
  readonly role?: string;
  readonly kind?: string;
  readonly practice?: string;
  readonly json?: boolean;
};

const pageRows = 1000;

/** `work list`: what a person must do, by due date. */
export function addWork(program: Command): void {
  program
    .command("work")
    .description("what a person must do")
    .command("list")
    .description("open work items by due date")
    .option("--role <role>", "only what this role does")
    .option("--kind <kind>", "only this kind; docs/reference/work-kinds.md lists them")
    .option("--practice <name>", "which practice, if there are several")
    .option("--json", "one object per item")
    .action(showWork);
}

async function showWork(options: WorkOptions): Promise<void> {
  const output = createOutput(options.json === true);
  const { role, kind } = options;
  await withInstallation(async ({ database }) => {
    const practice = await choosePractice(database, options.practice);
    let after: WorkKey | undefined;
    let count = 0;
    do {
      const page: Awaited<ReturnType<typeof listWork>> = await inAuditedPractice(
        database,
        practice,
        {
          audit: { action: "read", category: "work-item" },
          subjects: (shown) => [{ kind: "work-item", ids: shown.rows.map((one) => one.id) }],
          work: (transaction) => listWork(transaction, { role, kind }, { limit: pageRows, after }),
        },
      );
      for (const item of page.rows) {
        const record = workRecord(item);
        output.record(record);
        output.line(
          `${record.due ?? "          "}  ${dollars(record.cents).padStart(12)}  ${record.role.padEnd(18)}  ${record.subject}: ${record.why}`,
        );
      }
      count += page.rows.length;
      after = page.next ?? undefined;
    } while (after !== undefined);
    if (count === 0) output.line("Nothing is waiting for a person.");
  });
}
