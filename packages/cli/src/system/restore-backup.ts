import { markRestored } from "@headwater/platform/audit/chain-audit.ts";
import { restore } from "@headwater/platform/backup/restore.ts";
import type { Command } from "commander";
import { withQuietInstallation } from "../installation.ts";
import { createOutput } from "../output.ts";
import { passphraseFromEnvironment } from "./back-up.ts";

/** `restore FILE`: loads a backup into an empty installation, all or nothing. */
export function addRestore(program: Command): void {
  program
    .command("restore <file>")
    .description("load a backup into an empty data folder or database")
    .option("--unencrypted", "the backup was written without a passphrase")
    .option("--json", "one object")
    .action(async (file: string, options: { json?: boolean; unencrypted?: boolean }) => {
      const output = createOutput(options.json === true);
      const passphrase = passphraseFromEnvironment(options.unencrypted === true);
      const result = await withQuietInstallation(({ database, anchor }) =>
        restore({
          owner: database.owner,
          file,
          ...passphrase,
          afterLoad: (client) => markRestored(client, anchor),
        }),
      );
      output.record(result);
      output.line(
        `${result.rows.toLocaleString("en-US")} rows of ${result.tables} tables restored`,
      );
      output.line("Next: headwater ledger verify, headwater audit verify");
    });
}
