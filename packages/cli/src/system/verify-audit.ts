import type { AuditScope } from "@headwater/platform/audit/audit-scope.ts";
import { verifyAudit } from "@headwater/platform/audit/verify-audit.ts";
import type { Practice } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import type { Command } from "commander";
import { choosePractice, withInstallation } from "../installation.ts";
import { createOutput } from "../output.ts";

type VerifyOptions = {
  readonly practice?: string;
  readonly system?: boolean;
  readonly json?: boolean;
};

/** `audit verify`: recomputes a chain against its anchor outside the database. */
export function addAudit(program: Command): void {
  const audit = program.command("audit").description("the record of who read and changed what");
  audit
    .command("verify")
    .description("recompute the chain; exit 1 if it is broken or cut")
    .option("--practice <name>", "which practice, if there are several")
    .option("--system", "the installation's own log: signing in, users, practices")
    .option("--json", "one object")
    .action(async (options: VerifyOptions) => {
      const output = createOutput(options.json === true);
      await withInstallation(async ({ database, anchor }) => {
        const scope = options.system
          ? ({ kind: "system" } as const)
          : practiceScope(await choosePractice(database, options.practice));
        const verdict = await verifyAudit(database, scope, anchor);
        output.record(verdict);
        output.line(
          verdict.firstBad === null && verdict.reason === null
            ? `${verdict.entries} entries, the chain holds (${verdict.unchained} not linked yet)`
            : `Broken at entry ${verdict.firstBad ?? "unknown"}: ${verdict.reason}`,
        );
        process.exitCode = verdict.reason === null ? 0 : 1;
      });
    });
}

function practiceScope({ practiceId, publicId }: Practice): AuditScope {
  return { kind: "practice", practiceId, publicId };
}
