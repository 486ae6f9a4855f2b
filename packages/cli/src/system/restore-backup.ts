import { adoptRestored } from "@headwater/platform/backup/adopt-restored.ts";
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
      let unreadableSecrets = 0;
      const result = await withQuietInstallation(({ database, anchor, identity }) =>
        restore({
          owner: database.owner,
          file,
          ...passphrase,
          afterLoad: async (client, head) => {
            const { masterKey } = identity;
            unreadableSecrets = await adoptRestored(client, head, { anchor, masterKey });
          },
        }),
      );
      output.record({ ...result, unreadableSecrets });
      output.line(
        `${result.rows.toLocaleString("en-US")} rows of ${result.tables} tables restored`,
      );
      if (unreadableSecrets > 0)
        output.remark(
          `${unreadableSecrets} authenticators were sealed with a key that the backup does not hold: set HEADWATER_MASTER_KEY to it, or take them off with headwater master-key adopt`,
        );
      output.line("Next: headwater ledger verify, headwater audit verify");
    });
}
