/**
 * Line numbers of ever later places in a text that is replaced piece by piece. Costs one search per
 * line end, not per place.
 */
export class LineCounter {
  line: number;
  private lineStart: number;
  private text = "";
  private base = 0;
  private next = Number.POSITIVE_INFINITY;

  constructor(line = 1, lineStart = 0) {
    this.line = line;
    this.lineStart = lineStart;
  }

  /** `text` now begins at byte `base`; everything before `base` has been advanced over. */
  replace(text: string, base: number): void {
    this.text = text;
    this.base = base;
    this.search(0);
  }

  /** Moves to the place `at` of the text and returns its 1-based column. */
  advance(at: number): number {
    while (this.next < at) {
      this.line += 1;
      this.lineStart = this.base + this.next + 1;
      this.search(this.next + 1);
    }
    return this.base + at - this.lineStart + 1;
  }

  /** Whether a line end stands before `at` and after the last advance. */
  hasLineEndBefore(at: number): boolean {
    return this.next < at;
  }

  private search(from: number): void {
    const found = this.text.indexOf("\n", from);
    this.next = found === -1 ? Number.POSITIVE_INFINITY : found;
  }
}
