import type { X12Issue } from "../issue.ts";
import type { ReadEvent, ReadLimits } from "../reading.ts";
import type { SetContext, SetReader } from "../set-context.ts";
import { TransactionReader } from "../transaction-reader.ts";
import { CleanSegments } from "./clean-segments.ts";
import { CodeChecks, type CodeLists } from "./code-checks.ts";
import { envelopeCheck } from "./envelope.ts";
import { compileRules, type PartnerRules, tableFor } from "./guide-rules.ts";
import { type SetValidation, SetValidator, type ValidationProfile } from "./set-validator.ts";
import { framesOf } from "./walk.ts";

/** How a file is judged: how strictly, as of which day, by whose lists and rules. */
export type ValidateOptions = {
  /** `strict` for what is sent, `received` (the default) for what comes from others. */
  readonly profile?: ValidationProfile;
  /** A civil date; with it, dates that lie in the future are found. */
  readonly today?: string;
  /** Code lists that replace or add to those of the library. */
  readonly codeLists?: CodeLists;
  /** Rules of trading partners besides those of the guides and of lines of business. */
  readonly partnerRules?: PartnerRules | undefined;
  readonly limits?: Partial<ReadLimits>;
};

/** What the sets of one guide have in common. */
type KnownGuide = Pick<SetValidation, "rules" | "frames" | "clean">;

const unjudged: SetReader = { read() {}, close() {} };

/**
 * Judges every transaction set of a file by its guide while it streams. The events are those of
 * `TransactionReader` without the typed content: envelopes, sets and their issues. Never throws on
 * content; memory is bounded by one chunk and one claim.
 */
export function createValidator(options: ValidateOptions = {}): TransactionReader {
  const { profile = "received", today, codeLists, partnerRules, limits } = options;
  const codes = new CodeChecks(codeLists);
  const compiled = new Map<string, KnownGuide>();
  const openReader = (context: SetContext): SetReader => {
    const table = tableFor(context.header.setId, context.header.version);
    if (table === undefined) return unjudged;
    let known = compiled.get(table.name);
    if (known === undefined) {
      const rules = compileRules(table, partnerRules);
      const clean = new CleanSegments(rules.guide.segments.length);
      known = { rules, frames: framesOf(rules.guide), clean };
      compiled.set(table.name, known);
    }
    return new SetValidator(context, { ...known, codes, profile, today });
  };
  return new TransactionReader({ limits, openReader, checkEnvelope: envelopeCheck(profile) });
}

/** Issues of a stream of chunks, in the order of the file, one batch per chunk that has any. */
export async function* validateTransactions(
  source: AsyncIterable<Uint8Array>,
  options: ValidateOptions = {},
): AsyncGenerator<X12Issue[]> {
  const validator = createValidator(options);
  for await (const chunk of source) {
    const issues = issuesOf(validator.push(chunk));
    if (issues.length > 0) yield issues;
  }
  const rest = issuesOf(validator.end());
  if (rest.length > 0) yield rest;
}

function issuesOf(events: readonly ReadEvent[]): X12Issue[] {
  return events.flatMap((event) => (event.type === "issue" ? [event.issue] : []));
}
