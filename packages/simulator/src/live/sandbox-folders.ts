import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SimulationOptions } from "../run/run.ts";
import { type AnswerFile, Sandbox } from "./sandbox.ts";

/** Names that a far end takes and gives: one part, letters, digits, dots, dashes. */
const plainName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * A sandbox behind the folders of a connection: what lies in `outbox` is taken, answers come into
 * `inbox`. What was received is kept in `received` with its day, and the sandbox is made again from it:
 * answers are written before a file counts as received, so that what broke off is answered again by the
 * same bytes.
 */
export class SandboxFolders {
  readonly sandbox: Sandbox;
  readonly #base: string;
  #received: number;

  private constructor(base: string, sandbox: Sandbox, received: number) {
    this.#base = base;
    this.sandbox = sandbox;
    this.#received = received;
  }

  /** Opens the folders below `base`, on a day not before the last day of the past. */
  static async open(
    base: string,
    options: SimulationOptions,
    day: string,
  ): Promise<SandboxFolders> {
    for (const name of ["outbox", "inbox", "received"]) {
      await mkdir(join(base, name), { recursive: true });
    }
    const sandbox = new Sandbox(options);
    const kept = await receivedNames(base);
    for (const name of kept) {
      while (sandbox.day < name.slice(0, 10)) sandbox.step();
      sandbox.receive(await readFile(join(base, "received", name)));
    }
    while (sandbox.day < day) sandbox.step();
    return new SandboxFolders(base, sandbox, kept.length);
  }

  /** Whether nobody else has stepped or received since: then this one may go on. */
  async isCurrent(day: string): Promise<boolean> {
    return this.sandbox.day === day && (await receivedNames(this.#base)).length === this.#received;
  }

  /** Takes what lies in the outbox, in the order of the names; returns how many files. */
  async exchange(): Promise<number> {
    const outbox = join(this.#base, "outbox");
    const names = (await readdir(outbox)).filter((name) => plainName.test(name)).sort();
    for (const name of names) {
      await this.#answer(this.sandbox.receive(await readFile(join(outbox, name))));
      await rename(join(outbox, name), join(this.#base, "received", this.#nameOf(name)));
      this.#received += 1;
    }
    return names.length;
  }

  /** The next day: its answers lie in the inbox. */
  async step(): Promise<void> {
    await this.#answer(this.sandbox.step());
  }

  /** Notes the day for a start anew; where somebody else keeps the day there is no need. */
  async keepDay(): Promise<void> {
    await writeFile(join(this.#base, "day"), this.sandbox.day);
  }

  /** The day noted last below `base`. */
  static async keptDay(base: string): Promise<string | undefined> {
    const text = await readFile(join(base, "day"), "utf8").catch(() => undefined);
    return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
  }

  #nameOf(name: string): string {
    return `${this.sandbox.day}-${String(this.#received + 1).padStart(6, "0")}-${name}`;
  }

  async #answer(files: readonly AnswerFile[]): Promise<void> {
    for (const { name, text } of files) {
      const draft = join(this.#base, "inbox", `.${name}.part`);
      await writeFile(draft, text, "latin1");
      await rename(draft, join(this.#base, "inbox", name));
    }
  }
}

/** By day and number: the order in which they came. */
async function receivedNames(base: string): Promise<string[]> {
  return (await readdir(join(base, "received"))).filter((name) => /^\d{4}-/.test(name)).sort();
}
