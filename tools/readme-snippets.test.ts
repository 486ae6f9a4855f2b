import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleText } from "@headwater/x12/testing/clean-samples.ts";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const page = "packages/x12/README.md";

/** The code blocks of the page with the heading that each stands under. */
function blocksOf(text: string): readonly (readonly [string, string])[] {
  const blocks: [string, string][] = [];
  let heading = "";
  for (const [part] of text.matchAll(/^#+ .*$|^```ts\n[\s\S]*?^```$/gm)) {
    if (part.startsWith("#")) heading = part.replace(/^#+ /, "");
    else blocks.push([heading, part.slice("```ts\n".length, -"```".length)]);
  }
  return blocks;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "headwater-readme-"));
  writeFileSync(join(folder, "claims.837"), sampleText("professional"));
  writeFileSync(join(folder, "payments.835"), sampleText("remittance"));
  writeFileSync(join(folder, "answer.999"), sampleText("implementationAcknowledgment"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe(page, () => {
  const blocks = blocksOf(readFileSync(page, "utf8"));

  test("has blocks for reading, validation, answers and writing", () => {
    const headings = blocks.map(([heading]) => heading);
    expect(headings).toEqual(expect.arrayContaining(["Quick start", "Validation", "Writing"]));
  });

  test.each(blocks)("%s runs as it stands", async (_heading, code) => {
    const { outputFiles } = await build({
      stdin: { contents: code, loader: "ts", resolveDir: "packages/server" },
      bundle: true,
      write: false,
      platform: "node",
      format: "esm",
      logLevel: "silent",
    });
    const program = join(folder, "block.mjs");
    writeFileSync(program, outputFiles[0]?.text ?? "");
    const options = { cwd: folder, encoding: "utf8", stdio: "pipe" } as const;
    expect(() => execFileSync(process.execPath, [program], options)).not.toThrow();
  });
});
