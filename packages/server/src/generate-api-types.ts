// Writes api.gen.ts: `node bin/run-typescript.js packages/server/src/generate-api-types.ts`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { apiTypes } from "./api-types.ts";

writeFileSync(join(projectRoot(), "packages/server/src/api.gen.ts"), await apiTypes());
