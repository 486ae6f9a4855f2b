import { backup } from "@headwater/platform/backup/backup.ts";
import { systemClock } from "@headwater/platform/clock/clock.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import type { Command } from "commander";
import { withInstallation } from "../installation.ts";
import { createOutput } from "../output.ts";
import { count, mebibytes, startProgress } from "../progress.ts";

/** `backup FILE`: one consistent, checksummed, encrypted snapshot of everything. */
export function addBackUp(program: Command): void {
  program
    .command("backup <file>")
    .description(
      "write one encrypted snapshot of everything; the passphrase comes from HEADWATER_PASSPHRASE",
    )
    .option(
      "--unencrypted",
      "write it readable for everybody who has the file, and without the key of authenticators",
    )
    .option("--json", "one object")
    .action(async (file: string, options: { json?: boolean; unencrypted?: boolean }) => {
      const output = createOutput(options.json === true);
      const passphrase = passphraseFromEnvironment(options.unencrypted === true);
      const progress = startProgress();
      const result = await withInstallation(({ database, identity }) =>
        backup({
          owner: database.owner,
          file,
          clock: systemClock,
          masterKey: identity.masterKey,
          onProgress: ({ table, rows, bytes }) =>
            progress.show(() => `${table}: ${count(rows)} rows, ${mebibytes(bytes)} MiB`),
          ...passphrase,
        }),
      ).finally(progress.clear);
      output.record(result);
      output.line(
        `${result.rows.toLocaleString("en-US")} rows of ${result.tables} tables in ${file}`,
      );
      output.line(`sha256 ${result.sha256}`);
    });
}

/** The passphrase for a backup, or an error that says how to give one. */
export function passphraseFromEnvironment(unencrypted: boolean): { passphrase?: string } {
  if (unencrypted) return {};
  const passphrase = process.env.HEADWATER_PASSPHRASE;
  if (passphrase) return { passphrase };
  throw new NamedError(
    "PASSPHRASE_MISSING",
    "set HEADWATER_PASSPHRASE, or say --unencrypted to do without",
  );
}
