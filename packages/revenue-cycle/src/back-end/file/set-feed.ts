import type {
  InterchangeAcknowledgment,
  ReadEvent,
  TransactionHeader,
  X12Issue,
} from "@headwater/x12";

export type SetEnd = Extract<ReadEvent, { readonly type: "set-end" }>;

/** One transaction set while its file is read. */
export type LiveSet = {
  readonly header: TransactionHeader;
  /** Batches from `set-start` to `set-end`. They come once, while the file is read on. */
  events(): AsyncGenerator<readonly ReadEvent[]>;
  /** Reads over what is left of the set and returns its end. */
  finish(): Promise<SetEnd>;
  /** What was found wrong in the set so far. */
  readonly issues: readonly X12Issue[];
};

export type FileItem =
  | { readonly is: "set"; readonly set: LiveSet }
  | {
      readonly is: "interchange-acknowledgment";
      readonly acknowledgment: InterchangeAcknowledgment;
    }
  /** An issue outside of every set. */
  | { readonly is: "issue"; readonly issue: X12Issue };

/**
 * Cuts the events of a file into its transaction sets, in the order of the file. A set that is not
 * read to its end is read over before the next item.
 */
export async function* fileItems(
  batches: AsyncIterable<readonly ReadEvent[]>,
): AsyncGenerator<FileItem> {
  const cursor = new EventCursor(batches[Symbol.asyncIterator]());
  for (;;) {
    const event = await cursor.next();
    if (event === undefined) return;
    if (event.type === "issue") yield { is: "issue", issue: event.issue };
    else if (event.type === "interchange-acknowledgment") {
      yield { is: "interchange-acknowledgment", acknowledgment: event.acknowledgment };
    } else if (event.type === "set-start") {
      const set = new OpenLiveSet(cursor, event);
      yield { is: "set", set };
      await set.finish();
    }
  }
}

/** A set whose first events, or all of them, are in memory. */
export type KeptSet = LiveSet & {
  readonly batches: readonly (readonly ReadEvent[])[];
  /** All of its events are in memory, so that they can be read any number of times. */
  readonly isWhole: boolean;
};

/** Takes a set of at most so many claims into memory; of a larger one what was read until then. */
export async function keepSet(set: LiveSet, mostClaims: number): Promise<KeptSet> {
  const batches: (readonly ReadEvent[])[] = [];
  let claims = 0;
  const source = set.events();
  while (claims <= mostClaims) {
    const next = await source.next();
    if (next.done) return keptSet(set, batches, true);
    batches.push(next.value);
    for (const { type } of next.value) {
      if (type === "claim" || type === "remittance-claim") claims += 1;
    }
  }
  return keptSet(set, batches, false);
}

function keptSet(
  set: LiveSet,
  batches: readonly (readonly ReadEvent[])[],
  isWhole: boolean,
): KeptSet {
  return {
    header: set.header,
    issues: set.issues,
    finish: () => set.finish(),
    batches,
    isWhole,
    async *events() {
      yield* batches;
      if (!isWhole) yield* set.events();
    },
  };
}

/** Hands out events one by one, or what is left of a batch at once. */
class EventCursor {
  readonly #source: AsyncIterator<readonly ReadEvent[]>;
  #batch: readonly ReadEvent[] = [];
  #position = 0;

  constructor(source: AsyncIterator<readonly ReadEvent[]>) {
    this.#source = source;
  }

  async next(): Promise<ReadEvent | undefined> {
    while (this.#position >= this.#batch.length) {
      const next = await this.#source.next();
      if (next.done) return undefined;
      this.#batch = next.value;
      this.#position = 0;
    }
    const event = this.#batch[this.#position];
    this.#position += 1;
    return event;
  }

  /** The rest of the batch up to and with the first `set-end`; empty at the end of the file. */
  async nextOfSet(): Promise<readonly ReadEvent[]> {
    const first = await this.next();
    if (first === undefined) return [];
    const from = this.#position - 1;
    const end = this.#batch.findIndex((event, at) => at >= from && event.type === "set-end");
    this.#position = end < 0 ? this.#batch.length : end + 1;
    return this.#batch.slice(from, this.#position);
  }
}

class OpenLiveSet implements LiveSet {
  readonly header: TransactionHeader;
  readonly issues: X12Issue[] = [];
  readonly #cursor: EventCursor;
  #start: ReadEvent | undefined;
  #end: SetEnd | undefined;

  constructor(cursor: EventCursor, start: Extract<ReadEvent, { type: "set-start" }>) {
    this.#cursor = cursor;
    this.#start = start;
    this.header = start.header;
  }

  async *events(): AsyncGenerator<readonly ReadEvent[]> {
    if (this.#start !== undefined) {
      const start = this.#start;
      this.#start = undefined;
      yield [start];
    }
    while (this.#end === undefined) {
      const batch = await this.#cursor.nextOfSet();
      if (batch.length === 0) return;
      for (const event of batch) {
        if (event.type === "issue") this.issues.push(event.issue);
        else if (event.type === "set-end") this.#end = event;
      }
      yield batch;
    }
  }

  async finish(): Promise<SetEnd> {
    for await (const _ of this.events());
    if (this.#end === undefined) throw new TypeError("a transaction set did not end");
    return this.#end;
  }
}
