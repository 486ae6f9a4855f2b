import fc from "fast-check";
import { write275 } from "../attachment/write-attachment.ts";
import { write276, write277 } from "../claim-status/write-claim-status.ts";
import { write270, write271 } from "../eligibility/write-eligibility.ts";
import { write834 } from "../enrollment/write-enrollment.ts";
import { write820 } from "../premium-payment/write-premium-payment.ts";
import { write278 } from "../services-review/write-services-review.ts";
import type { Party } from "../transaction.ts";
import { write277CA } from "../write/write-277ca.ts";
import { write835 } from "../write/write-835.ts";
import { type WritableSubmission, write837D, write837I, write837P } from "../write/write-837.ts";
import { write999, writeTA1 } from "../write/write-acknowledgment.ts";
import type { WritableClaim } from "../write/write-claim.ts";
import type { WriteResult } from "../write/write-interchange.ts";
import {
  arbitraryClaimAcknowledgments,
  arbitraryImplementationAcknowledgment,
  arbitraryInterchangeAcknowledgment,
  arbitraryRemittance,
} from "./arbitrary-answers.ts";
import { arbitraryAttachment, arbitraryAttachmentBatch } from "./arbitrary-attachments.ts";
import { arbitraryClaim } from "./arbitrary-claims.ts";
import {
  arbitraryInquiry,
  arbitraryResponse,
  arbitraryStatusInquiry,
  arbitraryStatusResponse,
  batch,
  told,
} from "./arbitrary-inquiries.ts";
import {
  arbitraryEnrollmentBatch,
  arbitraryMember,
  arbitraryPremiumPayment,
  arbitraryPremiumRemittance,
} from "./arbitrary-records.ts";
import { arbitraryReview } from "./arbitrary-reviews.ts";
import { testEnvelope } from "./write-envelope.ts";

type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 4 });

function submission(draw: Draw): WritableSubmission {
  const contact = { functionCode: "IC", name: "OFFICE", numbers: [] };
  const party = (entityCode: string): Party => draw(told(entityCode));
  return {
    referenceId: "BATCH1",
    purpose: "00",
    createdOn: "2025-01-06",
    claimOrEncounter: "CH",
    submitter: { ...party("41"), contacts: [contact] },
    receiver: party("40"),
  };
}

/** Made once: putting the arbitrary of a claim together takes seconds. */
const claimArbitraries = new Map<string, fc.Arbitrary<WritableClaim[]>>();

function claims(draw: Draw, kind: "837P" | "837I" | "837D"): WritableClaim[] {
  const known = claimArbitraries.get(kind) ?? some(arbitraryClaim(kind));
  claimArbitraries.set(kind, known);
  return draw(known);
}

const writers: Readonly<Record<string, (draw: Draw) => WriteResult>> = {
  "837P": (draw) => write837P(submission(draw), claims(draw, "837P"), testEnvelope),
  "837I": (draw) => write837I(submission(draw), claims(draw, "837I"), testEnvelope),
  "837D": (draw) => write837D(submission(draw), claims(draw, "837D"), testEnvelope),
  "835": (draw) => write835(draw(some(arbitraryRemittance)), testEnvelope),
  TA1: (draw) => writeTA1(draw(some(arbitraryInterchangeAcknowledgment)), testEnvelope),
  "999": (draw) => write999(draw(some(arbitraryImplementationAcknowledgment)), testEnvelope),
  "277CA": (draw) => write277CA(draw(some(arbitraryClaimAcknowledgments)), testEnvelope),
  "270": (draw) => write270(draw(batch), draw(some(arbitraryInquiry)), testEnvelope),
  "271": (draw) => write271(draw(batch), draw(some(arbitraryResponse)), testEnvelope),
  "275": (draw) =>
    write275(draw(arbitraryAttachmentBatch), draw(some(arbitraryAttachment)), {
      envelope: testEnvelope,
    }),
  "276": (draw) => write276(draw(batch), draw(some(arbitraryStatusInquiry)), testEnvelope),
  "277": (draw) => write277(draw(batch), draw(some(arbitraryStatusResponse)), testEnvelope),
  "278": (draw) => write278(draw(batch), draw(some(arbitraryReview)), testEnvelope),
  "834": (draw) =>
    write834(draw(arbitraryEnrollmentBatch), draw(some(arbitraryMember)), testEnvelope),
  "820": (draw) =>
    write820(draw(arbitraryPremiumPayment), draw(some(arbitraryPremiumRemittance)), testEnvelope),
};

/** Every kind of transaction that is written. */
export const everySampleKind = Object.keys(writers);

/** Those that are text throughout; a 275 holds content of any bytes. */
export const sampleKinds = everySampleKind.filter((kind) => kind !== "275");

/** A file of one kind with generated content; the same seed gives the same text. */
export function sampleFile(kind: string, seed: number): string {
  let drawn = 0;
  const draw: Draw = (arbitrary) => {
    drawn += 1;
    const [value] = fc.sample(arbitrary, { seed: seed * 100 + drawn, numRuns: 1 });
    return value as never;
  };
  const result = writers[kind]?.(draw);
  if (result?.ok !== true) throw new Error(`no sample of ${kind} with seed ${seed}`);
  return result.text;
}
