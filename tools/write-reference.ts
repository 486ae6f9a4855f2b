import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { referencePages } from "./reference-pages.ts";

const folder = join(projectRoot(), "docs/reference");
for (const [name, text] of Object.entries(referencePages())) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
