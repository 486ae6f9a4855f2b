import {
  AcknowledgmentDecider,
  type Claim837,
  type ClaimSubmission,
  createTransactionReader,
  createValidator,
  type DecidedAcknowledgment,
  type InterchangeHeader,
  type ReadEvent,
} from "@headwater/x12";

/** Something that is asked and answered at once. */
export type Question = Extract<
  ReadEvent,
  { type: "eligibility-inquiry" | "claim-status-inquiry" | "services-review" }
>;

/** The claims of one set of a sending. */
export type SentSet = { readonly submission: ClaimSubmission; readonly claims: Claim837[] };

/** What came in: interchanges as they were judged, claims by set, questions. */
export type Sending837 = {
  readonly interchanges: readonly InterchangeHeader[];
  readonly answers: readonly DecidedAcknowledgment[];
  /** Sets that a 999 takes in. */
  readonly sets: readonly SentSet[];
  readonly questions: readonly Question[];
};

const asked: ReadonlySet<string> = new Set([
  "eligibility-inquiry",
  "claim-status-inquiry",
  "services-review",
]);

/** Reads and strictly judges bytes that came in; `today` is the day they came on. */
export function readSending(bytes: Uint8Array, today: string): Sending837 {
  const validator = createValidator({ profile: "strict", today });
  const decider = new AcknowledgmentDecider();
  const reader = createTransactionReader();
  const read = [...reader.push(bytes), ...reader.end()];
  const sets: SentSet[] = [];
  const questions: Question[] = [];
  const interchanges: InterchangeHeader[] = [];
  for (const event of read) {
    if (event.type === "interchange-start") interchanges.push(event.interchange);
    if (event.type === "submission") sets.push({ submission: event.submission, claims: [] });
    if (event.type === "claim") sets.at(-1)?.claims.push(event.claim);
    if (asked.has(event.type)) questions.push(event as Question);
  }
  for (const { claims } of sets) {
    decider.know(
      claims.map(({ range, patientControlNumber }) => ({
        ...range,
        reference: patientControlNumber,
      })),
    );
  }
  const answers = decider.read([...validator.push(bytes), ...validator.end()]);
  const isTaken = ({ submission: { header } }: SentSet) =>
    answers.some(
      (answer) =>
        answer.kind === "999" &&
        answer.group.position.segment === header.group.position.segment &&
        answer.acknowledgment.sets.some(
          (set) => set.controlNumber === header.controlNumber && set.code !== "R",
        ),
    );
  return { interchanges, answers, sets: sets.filter(isTaken), questions };
}
