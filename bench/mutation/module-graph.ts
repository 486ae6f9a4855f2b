import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { transform } from "esbuild";

/** A module as a function's text, and what it requires: our own modules by path, others by name. */
export type Compiled = {
  readonly code: string;
  readonly requires: ReadonlyMap<string, { readonly path: string; readonly isOwn: boolean }>;
};

/** Reads our TypeScript modules as they are needed, each once. */
export class ModuleGraph {
  readonly #modules = new Map<string, Compiled>();
  readonly #instead: ReadonlyMap<string, string>;

  /** `instead` names modules that stand in for packages. */
  constructor(instead: ReadonlyMap<string, string>) {
    this.#instead = instead;
  }

  /** These modules and everything of ours that they need. */
  async reach(paths: readonly string[]): Promise<ReadonlyMap<string, Compiled>> {
    const reached = new Map<string, Compiled>();
    let next = [...paths];
    while (next.length > 0) {
      const found = await Promise.all(next.map((path) => this.#read(path)));
      next.forEach((path, at) => {
        const compiled = found[at];
        if (compiled !== undefined) reached.set(path, compiled);
      });
      const needed = found.flatMap(({ requires }) =>
        [...requires.values()].flatMap(({ path, isOwn }) => (isOwn ? [path] : [])),
      );
      next = [...new Set(needed)].filter((path) => !reached.has(path));
    }
    return reached;
  }

  async #read(path: string): Promise<Compiled> {
    const known =
      this.#modules.get(path) ?? (await this.compile(path, await readFile(path, "utf8")));
    this.#modules.set(path, known);
    return known;
  }

  /** A module of this text, as if it stood in the file. Throws where the text is no TypeScript. */
  async compile(path: string, text: string): Promise<Compiled> {
    const placed = text.replaceAll("import.meta.dirname", JSON.stringify(dirname(path)));
    const { code } = await transform(placed, {
      loader: "ts",
      format: "cjs",
      target: "node20",
      sourcefile: path,
    });
    const specifiers = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = ""]) => name);
    const resolve = createRequire(path).resolve;
    const requires = new Map(
      [...new Set(specifiers)].map((name) => {
        const place = this.#placeOf(name, path, resolve);
        return [name, place] as const;
      }),
    );
    return { code, requires };
  }

  #placeOf(name: string, from: string, resolve: (name: string) => string) {
    const instead = this.#instead.get(name);
    if (instead !== undefined) return { path: instead, isOwn: true };
    if (name.startsWith(".")) return { path: join(dirname(from), name), isOwn: true };
    if (name.startsWith("node:")) return { path: name, isOwn: false };
    const path = resolve(name);
    return { path, isOwn: path.endsWith(".ts") && existsSync(path) };
  }
}
