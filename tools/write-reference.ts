import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { referencePages } from "./reference-pages.ts";

const folder = join(projectRoot(), "docs/reference");
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(referencePages()))
  writeFileSync(join(folder, name), text);
