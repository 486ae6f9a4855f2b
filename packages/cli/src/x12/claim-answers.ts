import {
  type Claim837,
  type ClaimToAnswer,
  decideClaimAcknowledgments,
  Outline,
  type OutlineSegment,
  type ReadEvent,
  type SegmentRange,
  SegmentReader,
  type Token,
  TransactionReader,
  type WritableClaimAcknowledgment,
  type WritableClaimAcknowledgments,
  type X12Issue,
} from "@headwater/x12";

/** The claims of one transaction set, as far as their answer needs them. */
export type ClaimBatch = {
  /** Number of its ST. */
  readonly setSegment: number;
  readonly referenceId: string;
  readonly submitter: Party | undefined;
  readonly source: Party | undefined;
  readonly claims: readonly ClaimToAnswer[];
};

type Party = NonNullable<Claim837["patient"]>;
type OpenBatch = { -readonly [K in keyof ClaimBatch]: ClaimBatch[K] } & { claims: ClaimToAnswer[] };
type Spot = { -readonly [K in "segmentFrom" | "segmentTo"]: number };

/**
 * Collects the claims of a file with the levels above each and the places of its lines, so that every
 * issue finds the claims that it concerns. Of a claim no more is kept than its answer tells.
 */
export class ClaimCollector {
  private readonly reader = new TransactionReader();
  private readonly places = new ClaimPlaces();
  private batch: OpenBatch | undefined;
  private batches: ClaimBatch[] = [];
  private errors: readonly X12Issue[] = [];

  /**
   * The batches that these bytes complete, in the order of the file. `errors` are those found so far,
   * in these bytes too: of a claim without any, the lines are not kept.
   */
  push(chunk: Uint8Array, errors: readonly X12Issue[]): ClaimBatch[] {
    this.errors = errors;
    this.places.push(chunk);
    return this.take(this.reader.push(chunk));
  }

  end(errors: readonly X12Issue[]): ClaimBatch[] {
    this.errors = errors;
    this.places.end();
    return this.take(this.reader.end());
  }

  private take(events: readonly ReadEvent[]): ClaimBatch[] {
    for (const event of events) this.read(event);
    const { batches } = this;
    this.batches = [];
    return batches;
  }

  private read(event: ReadEvent): void {
    if (event.type === "submission") {
      const { header, referenceId, submitter, receiver } = event.submission;
      this.batch = {
        setSegment: header.position.segment,
        referenceId,
        submitter,
        source: receiver,
        claims: [],
      };
    } else if (event.type === "claim" && this.batch !== undefined) {
      const { setSegment } = this.batch;
      this.batch.claims.push({ ...this.claimToAnswer(event.claim), setSegment });
      this.batch.source ??= event.claim.coverage.payer;
    } else if (event.type === "set-end") {
      if (this.batch !== undefined && this.batch.claims.length > 0) this.batches.push(this.batch);
      this.batch = undefined;
    }
  }

  private hasError({ segmentFrom, segmentTo }: SegmentRange): boolean {
    return this.errors.some(({ position }) => {
      const segment = position?.segment ?? 0;
      return segmentFrom <= segment && segment <= segmentTo;
    });
  }

  private claimToAnswer(claim: Claim837): ClaimToAnswer {
    const { kind, patientControlNumber, chargedCents, range } = claim;
    const { serviceFrom, serviceThrough } = claim;
    const { above, lines } = this.places.takeClaim(range.segmentFrom);
    return {
      ...{ kind, patientControlNumber, chargedCents, range, serviceFrom, serviceThrough, above },
      billingProvider: claim.billingProvider,
      patient: namedPatient(claim),
      lines: !this.hasError(range)
        ? []
        : claim.lines.map((line, at) => {
            const { lineItemControlNumber, procedure, chargedCents: charge } = line;
            const spot = lines[at];
            return {
              ...{ lineItemControlNumber, procedure, chargedCents: charge },
              ...(spot === undefined ? {} : { range: spot }),
            };
          }),
    };
  }
}

/** A patient who is not the subscriber goes by the subscriber's member number. */
function namedPatient({ patient, coverage }: Claim837): Party | undefined {
  if (patient === undefined) return undefined;
  const named = { ...patient, address: undefined, references: [], contacts: [] };
  if (patient.id !== undefined) return named;
  return { ...named, idQualifier: "MI", id: coverage.subscriber?.id };
}

const levels = ["2000A", "2000B", "2000C"];

/** Where the levels above each claim and its lines stand, by following the guide's loops. */
class ClaimPlaces {
  private readonly reader = new SegmentReader();
  private readonly outline = new Outline();
  /** The set's heading, then the billing provider, the subscriber and the patient. */
  private above: Spot[] = [];
  private isInClaim = false;
  private readonly claims = new Map<number, { above: SegmentRange[]; lines: Spot[] }>();
  private claim: { above: SegmentRange[]; lines: Spot[] } | undefined;

  push(chunk: Uint8Array): void {
    this.placeAll(this.reader.push(chunk));
  }

  end(): void {
    this.placeAll(this.reader.end());
  }

  private placeAll(tokens: readonly Token[]): void {
    for (const token of tokens) {
      const row = this.outline.row(token);
      if (row.is === "segment") this.place(row);
    }
  }

  /** What was gathered of the claim whose CLM has this number. */
  takeClaim(number: number): { readonly above: SegmentRange[]; readonly lines: SegmentRange[] } {
    const claim = this.claims.get(number);
    // What comes before it was no claim that could be read.
    for (const other of this.claims.keys()) {
      if (other > number) break;
      this.claims.delete(other);
    }
    return { above: claim?.above ?? [], lines: (claim?.lines ?? []).map(rangeOf) };
  }

  private place({ segment, loops, opensLoop }: OutlineSegment): void {
    const { id, number } = segment;
    if (id === "ST") {
      this.above = [{ segmentFrom: number, segmentTo: number }];
      this.isInClaim = false;
      return;
    }
    const inner = loops.at(-1)?.id ?? "";
    if (opensLoop && levels.includes(inner)) {
      this.above.length = Math.min(this.above.length, levels.indexOf(inner) + 1);
      this.above.push({ segmentFrom: number, segmentTo: number });
      this.isInClaim = false;
    } else if (opensLoop && inner === "2300") {
      this.isInClaim = true;
      this.claim = { above: this.above.map(rangeOf), lines: [] };
      this.claims.set(number, this.claim);
    } else if (this.isInClaim) {
      this.placeInClaim(number, opensLoop && inner === "2400", loops);
    } else this.extend(this.above.at(-1), number);
  }

  private placeInClaim(number: number, opensLine: boolean, loops: OutlineSegment["loops"]): void {
    if (opensLine) this.claim?.lines.push({ segmentFrom: number, segmentTo: number });
    else if (loops.some(({ id }) => id === "2400")) this.extend(this.claim?.lines.at(-1), number);
  }

  private extend(spot: Spot | undefined, number: number): void {
    if (spot !== undefined) spot.segmentTo = number;
  }
}

function rangeOf({ segmentFrom, segmentTo }: Spot): SegmentRange {
  return { segmentFrom, segmentTo, byteFrom: 0, byteTo: 0 };
}

type AnsweredClaims = WritableClaimAcknowledgments & {
  readonly answers: readonly WritableClaimAcknowledgment[];
};

/** The 277CA that answers a batch. */
export function claimAnswers(
  batch: ClaimBatch,
  issues: readonly X12Issue[],
  today: string,
): AnsweredClaims {
  const { referenceId, submitter, claims } = batch;
  const source = batch.source && { ...batch.source, entityCode: "PR", contacts: [] };
  return {
    ...{ referenceId, source, createdOn: today, receivedOn: today, processedOn: today },
    traceNumber: referenceId,
    answers: decideClaimAcknowledgments({ submitter, referenceId, claims }, issues, today),
  };
}
