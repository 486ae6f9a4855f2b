import type { Page } from "playwright-core";

/** What a task took: keys pressed as commands, and fields typed into. */
export type Effort = { readonly task: string; readonly keys: number; readonly fields: number };

/**
 * A person without a mouse: every command key counts one, every field typed into counts one however
 * long its text is, since the text is what the person knows and not what the program asks.
 */
export class Hands {
  readonly #page: Page;
  readonly done: Effort[] = [];
  #keys = 0;
  #fields = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#keys += 1;
      await this.#page.keyboard.press(key);
    }
  }

  /** Goes to a place by its letter; `g` and the letter are two keys. */
  async go(letter: string): Promise<void> {
    await this.press("g", letter);
  }

  /** Types into the field that has the focus. */
  async type(text: string): Promise<void> {
    this.#fields += 1;
    await this.#page.keyboard.type(text);
  }

  /** What was pressed since the last task is no part of the next. */
  forget(): void {
    this.#keys = 0;
    this.#fields = 0;
  }

  /** Ends a task: what was pressed since the last one is its effort. */
  finish(task: string): Effort {
    const effort = { task, keys: this.#keys, fields: this.#fields };
    this.done.push(effort);
    this.forget();
    return effort;
  }
}
