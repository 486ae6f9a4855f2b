import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder that holds `database/migrations`: the checkout or the installed program. Found by
 * walking up, because this file runs both from source and out of a bundle.
 */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (existsSync(join(folder, "database", "migrations"))) return folder;
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the folder database/migrations was not found");
    folder = parent;
  }
}
