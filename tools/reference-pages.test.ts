import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { expect, it } from "vitest";
import { referencePages } from "./reference-pages.ts";

it.each(Object.entries(referencePages()))("docs/reference/%s is up to date", (name, text) => {
  const written = readFileSync(join(projectRoot(), "docs/reference", name), "utf8");
  expect(written, "run: node bin/run-typescript.js tools/write-reference.ts").toBe(text);
});
