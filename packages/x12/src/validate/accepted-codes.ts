/** Bytes of a code, and of what stands before it, that are remembered. */
const codeMost = 12;
const qualifierMost = 4;
const slots = 4096;
/** The list, three words of the code, and the qualifier. */
const entryNumbers = 5;

/**
 * Codes that were found good before, by their bytes: the same few repeat through a file, and looking one
 * up takes less time than making a text of it. Each has one slot, which the code accepted last keeps.
 */
export class AcceptedCodes {
  private readonly entries = new Int32Array(slots * entryNumbers);
  /** What was asked for last. */
  private list = 0;
  private first = 0;
  private second = 0;
  private third = 0;
  private qualifier = 0;
  private at = -1;

  /** Forgets all: codes are good on some days. */
  clear(): void {
    this.entries.fill(0);
  }

  /** Whether a code with its qualifier is known to be good by a list. */
  has(list: number, bytes: Uint8Array, { from, to, before, beforeTo }: CodePlace): boolean {
    this.at = -1;
    if (to - from > codeMost || beforeTo - before > qualifierMost) return false;
    this.list = list;
    this.first = packed(bytes, from, to);
    this.second = packed(bytes, from + 4, to);
    this.third = packed(bytes, from + 8, to);
    this.qualifier = packed(bytes, before, beforeTo);
    const mixed = Math.imul(this.first, 31) + this.second + Math.imul(this.third, 17) + list;
    const slot = (Math.imul(mixed + this.qualifier, 0x9e3779b1) >>> 16) & (slots - 1);
    const at = slot * entryNumbers;
    const { entries } = this;
    if (
      entries[at] === list &&
      entries[at + 1] === this.first &&
      entries[at + 2] === this.second &&
      entries[at + 3] === this.third &&
      entries[at + 4] === this.qualifier
    ) {
      return true;
    }
    this.at = at;
    return false;
  }

  /** Remembers the code that was asked for last. */
  add(): void {
    const { at, entries } = this;
    if (at === -1) return;
    entries[at] = this.list;
    entries[at + 1] = this.first;
    entries[at + 2] = this.second;
    entries[at + 3] = this.third;
    entries[at + 4] = this.qualifier;
  }
}

/** Where a code stands, and what stands before it. */
export type CodePlace = {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly beforeTo: number;
};

/** Up to four bytes as one number; no byte of a value is 0. */
function packed(bytes: Uint8Array, from: number, to: number): number {
  const end = to - from > 4 ? from + 4 : to;
  let number = 0;
  for (let at = from; at < end; at += 1) number = (number << 8) | (bytes[at] ?? 0);
  return number;
}
