import type { Claim837, WritableClaim } from "@headwater/x12";
import type { SentClaim } from "./claim.ts";
import { readClaim } from "./read-claim.ts";

/** How a claim of ours came to be. */
export type ClaimPurpose = "original" | "resend" | "replacement" | "void";

/** States in which nothing was sent yet and the content may change. */
export const unsentStates = ["draft", "held", "ready"] as const;
export type UnsentState = (typeof unsentStates)[number];

/** Whether a claim waits to be sent. */
export function isUnsent(state: string): state is UnsentState {
  return unsentStates.some((each) => each === state);
}

const nowhere = { segmentFrom: 0, segmentTo: 0, byteFrom: 0, byteTo: 0 };

/** A claim that is in no file yet, in our terms: the same as if it were read from one. */
export function sentClaimOf(content: WritableClaim): SentClaim {
  return readClaim({ ...content, range: nowhere });
}

/** A claim as it was read, without its place in the file. */
export function contentOf({ range: _, ...content }: Claim837): WritableClaim {
  return content;
}
