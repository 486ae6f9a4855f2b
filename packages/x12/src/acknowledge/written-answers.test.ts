import { describe, expect, test } from "vitest";
import { latin1Bytes } from "../latin1.ts";
import { type CleanSampleName, cleanSamples, sampleText } from "../testing/clean-samples.ts";
import { eventsOf, readText } from "../testing/read-text.ts";
import { placeOf, validateText } from "../testing/validate-text.ts";
import { testEnvelope } from "../testing/write-envelope.ts";
import { createValidator } from "../validate/validate.ts";
import { write277CA } from "../write/write-277ca.ts";
import { write999, writeTA1 } from "../write/write-acknowledgment.ts";
import type { WriteResult } from "../write/write-interchange.ts";
import { AcknowledgmentDecider } from "./decide-acknowledgments.ts";
import { decideClaimAcknowledgments } from "./decide-claim-answer.ts";

function textOf(result: WriteResult): string {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.text;
}

/** Errors of what we wrote, judged as strictly as what we send. */
function faultsOf(text: string): string[] {
  const issues = validateText(text, { profile: "strict" });
  return issues
    .filter(({ severity }) => severity !== "information")
    .map((issue) => `${issue.code} ${placeOf(issue)}`);
}

function judge(text: string) {
  const validator = createValidator({ profile: "strict" });
  const events = [...validator.push(latin1Bytes(text)), ...validator.end()];
  const answers = new AcknowledgmentDecider().read(events);
  return { answers, issues: eventsOf(events, "issue").map(({ issue }) => issue) };
}

/** Every sample as it is, and with each fifth segment left out. */
const files = (Object.keys(cleanSamples) as CleanSampleName[]).flatMap((name) => [
  [name, sampleText(name)] as const,
  ...[0, 1, 2, 3, 4].map(
    (rest) =>
      [
        `${name} without every fifth segment from ${rest}`,
        sampleText(name, (all) => all.filter((_, at) => at % 5 !== rest)),
      ] as const,
  ),
]);

describe("answers to a file keep their own guides", () => {
  test.each(files)("%s", (_name, text) => {
    const { answers } = judge(text);
    for (const answer of answers) {
      const written =
        answer.kind === "TA1"
          ? writeTA1([answer.acknowledgment], testEnvelope)
          : write999([answer.acknowledgment], testEnvelope);
      expect(faultsOf(textOf(written))).toEqual([]);
    }
  });
});

const claimFiles = files.filter(([name]) =>
  /^(professional|dependent|ambulance|dental)/.test(name),
);

test.each(claimFiles)("the 277CA to %s keeps its guide", (_name, text) => {
  const { issues } = judge(text);
  const events = readText(text);
  const claims = eventsOf(events, "claim").map(({ claim }) => claim);
  const [submission] = eventsOf(events, "submission");
  const [first] = claims;
  // Answers need the parties that they name.
  if (first?.patient?.id === undefined || first.billingProvider?.id === undefined) return;
  const submitter = submission?.submission.submitter;
  const referenceId = submission?.submission.referenceId ?? "";
  if (submitter?.id === undefined || referenceId === "") return;
  const today = "2025-01-07";
  const answers = decideClaimAcknowledgments({ submitter, referenceId, claims }, issues, today);
  const source = first.coverage.payer;
  const batch = {
    ...{ referenceId: "ANSWER1", createdOn: today, source, traceNumber: "RECEIPT1" },
    ...{ receivedOn: today, processedOn: today, answers },
  };
  if (source?.id === undefined || first.serviceFrom === undefined) return;
  expect(faultsOf(textOf(write277CA([batch], testEnvelope)))).toEqual([]);
});
