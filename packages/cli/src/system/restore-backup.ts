import { stat } from "node:fs/promises";
import { adoptRestored } from "@headwater/platform/backup/adopt-restored.ts";
import {
  type InspectedBackup,
  inspectBackup,
  restore,
} from "@headwater/platform/backup/restore.ts";
import { type Services, updateDatabase } from "@headwater/server/services.ts";
import type { Command } from "commander";
import { withQuietInstallation } from "../installation.ts";
import { createOutput } from "../output.ts";
import { type Progress, share, startProgress } from "../progress.ts";
import { passphraseFromEnvironment } from "./back-up.ts";

type RestoreOptions = { readonly json?: boolean; readonly unencrypted?: boolean };

/** `restore FILE`: loads a backup into an empty installation, all or nothing. */
export function addRestore(program: Command): void {
  program
    .command("restore <file>")
    .description("load a backup into an empty data folder or database")
    .option("--unencrypted", "the backup was written without a passphrase")
    .option("--json", "one object")
    .action(restoreFile);
}

async function restoreFile(file: string, options: RestoreOptions): Promise<void> {
  const output = createOutput(options.json === true);
  const passphrase = passphraseFromEnvironment(options.unencrypted === true);
  const { size } = await stat(file);
  const progress = startProgress();
  const source = (verb: string) => ({
    file,
    ...passphrase,
    onBytesRead: (read: number) => progress.show(() => `${verb} ${share(read, size)}`),
  });
  // The whole file is checked before anything is made that would have to be taken away again.
  const inspected = await inspectBackup(source("checking")).finally(progress.clear);
  const unreadableSecrets = await withQuietInstallation(
    (services) => load(services, { source: source("loading"), inspected, progress }),
    { schemaThrough: inspected.head.migrations.at(-1)?.number ?? 0 },
  );
  const { tables, rows, sha256 } = inspected;
  output.record({ tables, rows, sha256, unreadableSecrets });
  output.line(`${rows.toLocaleString("en-US")} rows of ${tables} tables restored`);
  if (unreadableSecrets > 0)
    output.remark(
      `${unreadableSecrets} authenticators were sealed with a key that the backup does not hold: set HEADWATER_MASTER_KEY to it, or take them off with headwater master-key adopt`,
    );
  output.line("Next: headwater ledger verify, headwater audit verify");
}

type Loading = {
  readonly source: { readonly file: string; readonly passphrase?: string };
  readonly inspected: InspectedBackup;
  readonly progress: Progress;
};

/** Loads the rows into the schema they were written in, then brings that up to date. */
async function load(
  { database, anchor, identity }: Services,
  { source, inspected, progress }: Loading,
): Promise<number> {
  const { masterKey } = identity;
  let unreadableSecrets = 0;
  await restore({
    ...source,
    owner: database.owner,
    inspected,
    afterLoad: async (client, head) => {
      unreadableSecrets = await adoptRestored(client, head, { anchor, masterKey });
    },
  }).finally(progress.clear);
  await updateDatabase(database);
  return unreadableSecrets;
}
