import { dropUnreadableSecrets } from "@headwater/platform/identity/sealed-secrets.ts";
import type { Command } from "commander";
import { operator, withInstallation } from "../installation.ts";
import { createOutput } from "../output.ts";

/** `master-key adopt`: goes on with the present key when the one before is lost. */
export function addMasterKey(program: Command): void {
  program
    .command("master-key")
    .description("the key that seals the secrets of authenticators")
    .command("adopt")
    .description("go on with the present key: authenticators sealed with a lost one are taken off")
    .option("--json", "one object")
    .action(async (options: { json?: boolean }) => {
      const output = createOutput(options.json === true);
      await withInstallation(async ({ database, identity }) => {
        const users = await dropUnreadableSecrets(database, identity.masterKey, operator);
        output.record({ users });
        output.line(
          users.length === 0
            ? "Every authenticator opens with the present key."
            : `${users.length} users lost their authenticator; they sign in with their password and set up a new one.`,
        );
      });
    });
}
