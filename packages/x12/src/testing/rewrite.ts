import { write275 } from "../attachment/write-attachment.ts";
import { write276, write277 } from "../claim-status/write-claim-status.ts";
import { write270, write271 } from "../eligibility/write-eligibility.ts";
import { write834 } from "../enrollment/write-enrollment.ts";
import { write820 } from "../premium-payment/write-premium-payment.ts";
import type { ReadEvent } from "../reading.ts";
import { write278 } from "../services-review/write-services-review.ts";
import { write277CA } from "../write/write-277ca.ts";
import { write835 } from "../write/write-835.ts";
import { write837D, write837I, write837P } from "../write/write-837.ts";
import { write999 } from "../write/write-acknowledgment.ts";
import type { WriteEnvelope, WriteResult } from "../write/write-interchange.ts";
import { eventsOf } from "./read-text.ts";

type Rewrite = (events: readonly ReadEvent[], envelope: WriteEnvelope) => WriteResult;

function first<T>(values: readonly T[]): T {
  const [value] = values;
  if (value === undefined) throw new Error("nothing was read");
  return value;
}

const claims =
  (write: typeof write837P): Rewrite =>
  (events, envelope) =>
    write(
      first(eventsOf(events, "submission")).submission,
      eventsOf(events, "claim").map(({ claim }) => claim),
      envelope,
    );

/** Writes what was read of one transaction set, by the name of its guide's table. */
export const rewrites: Readonly<Record<string, Rewrite>> = {
  "837P": claims(write837P),
  "837I": claims(write837I),
  "837D": claims(write837D),
  "835": (events, envelope) => {
    const { remittance } = first(eventsOf(events, "remittance"));
    const paid = eventsOf(events, "remittance-claim").map(({ claim }) => claim);
    const providerAdjustments = eventsOf(events, "provider-adjustment").map(
      ({ adjustment }) => adjustment,
    );
    return write835([{ ...remittance, claims: paid, providerAdjustments }], envelope);
  },
  "999": (events, envelope) =>
    write999(
      eventsOf(events, "implementation-acknowledgment").map(({ acknowledgment }) => acknowledgment),
      envelope,
    ),
  "277CA": (events, envelope) => {
    const { batch } = first(eventsOf(events, "claim-acknowledgment-batch"));
    const answers = eventsOf(events, "claim-acknowledgment").map(
      ({ acknowledgment }) => acknowledgment,
    );
    return write277CA([{ ...batch, answers }], envelope);
  },
  "270": (events, envelope) => {
    const inquiries = eventsOf(events, "eligibility-inquiry");
    return write270(
      first(inquiries).batch,
      inquiries.map(({ inquiry }) => inquiry),
      envelope,
    );
  },
  "271": (events, envelope) => {
    const responses = eventsOf(events, "eligibility-response");
    return write271(
      first(responses).batch,
      responses.map(({ response }) => response),
      envelope,
    );
  },
  "276": (events, envelope) => {
    const inquiries = eventsOf(events, "claim-status-inquiry");
    return write276(
      first(inquiries).batch,
      inquiries.map(({ inquiry }) => inquiry),
      envelope,
    );
  },
  "277": (events, envelope) => {
    const responses = eventsOf(events, "claim-status-response");
    return write277(
      first(responses).batch,
      responses.map(({ response }) => response),
      envelope,
    );
  },
  "278": (events, envelope) => {
    const reviews = eventsOf(events, "services-review");
    return write278(
      first(reviews).batch,
      reviews.map(({ review }) => review),
      envelope,
    );
  },
  "834": (events, envelope) => {
    const members = eventsOf(events, "enrolled-member");
    return write834(
      first(members).batch,
      members.map(({ member }) => member),
      envelope,
    );
  },
  "820": (events, envelope) => {
    const remittances = eventsOf(events, "premium-remittance");
    return write820(
      first(remittances).payment,
      remittances.map(({ remittance }) => remittance),
      envelope,
    );
  },
  "275": (events, envelope) => {
    const attachments = eventsOf(events, "attachment");
    const written = attachments.map(({ attachment }) => ({ ...attachment, contents: [] }));
    return write275(first(attachments).batch, written, { envelope });
  },
};
