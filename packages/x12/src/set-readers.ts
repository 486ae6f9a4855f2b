import { readAttachmentSet } from "./attachment/read-attachment.ts";
import { readStatusInquirySet, readStatusResponseSet } from "./claim-status/read-claim-status.ts";
import {
  readEligibilityInquirySet,
  readEligibilityResponseSet,
} from "./eligibility/read-eligibility.ts";
import { readEnrollmentSet } from "./enrollment/read-enrollment.ts";
import { readPremiumPaymentSet } from "./premium-payment/read-premium-payment.ts";
import { readRemittanceSet } from "./read-835/read-remittance.ts";
import { readClaimSet } from "./read-837/read-claims.ts";
import { readAcknowledgmentSet } from "./read-acknowledgment/read-acknowledgment.ts";
import { readClaimAcknowledgmentSet } from "./read-acknowledgment/read-claim-acknowledgment.ts";
import { readServicesReviewSet } from "./services-review/read-services-review.ts";
import type { SetContext, SetReader } from "./set-context.ts";
import { answersStatusInquiry } from "./transaction-kind.ts";

const unread: SetReader = { read() {}, close() {} };

/** The reader of a set's kind; sets that are not interpreted are only passed over. */
export function openSetReader(context: SetContext): SetReader {
  switch (context.header.kind) {
    case "837P":
    case "837I":
    case "837D":
      return readClaimSet(context, context.header.kind);
    case "835":
      return readRemittanceSet(context);
    case "999":
    case "997":
      return readAcknowledgmentSet(context);
    case "277CA":
      return readClaimAcknowledgmentSet(context);
    case "270":
      return readEligibilityInquirySet(context);
    case "271":
      return readEligibilityResponseSet(context);
    case "275":
      return readAttachmentSet(context);
    case "276":
      return readStatusInquirySet(context);
    case "277":
      return answersStatusInquiry(context.header.version) ? readStatusResponseSet(context) : unread;
    case "278":
      return readServicesReviewSet(context);
    case "820":
      return readPremiumPaymentSet(context);
    case "834":
      return readEnrollmentSet(context);
    default:
      return unread;
  }
}
