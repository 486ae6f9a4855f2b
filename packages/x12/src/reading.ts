import type {
  ClaimAcknowledgment,
  ClaimAcknowledgmentBatch,
  ImplementationAcknowledgment,
  InterchangeAcknowledgment,
} from "./acknowledgment.ts";
import type { Attachment, AttachmentBatch } from "./attachment/attachment.ts";
import type { TransactionBatch } from "./batch.ts";
import type { Claim837, ClaimSubmission } from "./claim.ts";
import type { ClaimStatusInquiry, ClaimStatusResponse } from "./claim-status/claim-status.ts";
import type { EligibilityInquiry, EligibilityResponse } from "./eligibility/eligibility.ts";
import type { EnrolledMember, EnrollmentBatch } from "./enrollment/enrollment.ts";
import type { X12Issue } from "./issue.ts";
import type { PremiumPayment, PremiumRemittance } from "./premium-payment/premium-payment.ts";
import type { ProviderAdjustment835, Remittance835, RemittanceClaim835 } from "./remittance.ts";
import type { ServicesReview } from "./services-review/services-review.ts";
import type {
  GroupHeader,
  InterchangeHeader,
  SegmentRange,
  TransactionHeader,
} from "./transaction.ts";

/**
 * What a reader tells, in the order of the file. Everything that stands between `set-start` and
 * `set-end` belongs to that transaction set. Nothing here throws on content: what is wrong comes as
 * `issue` events and again counted in `set-end`.
 */
export type ReadEvent =
  | { readonly type: "interchange-start"; readonly interchange: InterchangeHeader }
  | { readonly type: "group-start"; readonly group: GroupHeader }
  | { readonly type: "set-start"; readonly header: TransactionHeader }
  | { readonly type: "submission"; readonly submission: ClaimSubmission }
  | { readonly type: "claim"; readonly claim: Claim837 }
  | { readonly type: "remittance"; readonly remittance: Remittance835 }
  | { readonly type: "remittance-claim"; readonly claim: RemittanceClaim835 }
  | { readonly type: "provider-adjustment"; readonly adjustment: ProviderAdjustment835 }
  | {
      readonly type: "interchange-acknowledgment";
      readonly acknowledgment: InterchangeAcknowledgment;
    }
  | {
      readonly type: "implementation-acknowledgment";
      readonly acknowledgment: ImplementationAcknowledgment;
    }
  | { readonly type: "claim-acknowledgment-batch"; readonly batch: ClaimAcknowledgmentBatch }
  | { readonly type: "claim-acknowledgment"; readonly acknowledgment: ClaimAcknowledgment }
  | {
      readonly type: "eligibility-inquiry";
      readonly batch: TransactionBatch;
      readonly inquiry: EligibilityInquiry;
    }
  | {
      readonly type: "eligibility-response";
      readonly batch: TransactionBatch;
      readonly response: EligibilityResponse;
    }
  | {
      readonly type: "claim-status-inquiry";
      readonly batch: TransactionBatch;
      readonly inquiry: ClaimStatusInquiry;
    }
  | {
      readonly type: "claim-status-response";
      readonly batch: TransactionBatch;
      readonly response: ClaimStatusResponse;
    }
  | {
      readonly type: "services-review";
      readonly batch: TransactionBatch;
      readonly review: ServicesReview;
    }
  | {
      readonly type: "enrolled-member";
      readonly batch: EnrollmentBatch;
      readonly member: EnrolledMember;
    }
  | {
      readonly type: "premium-remittance";
      readonly payment: PremiumPayment;
      readonly remittance: PremiumRemittance;
    }
  | {
      readonly type: "attachment";
      readonly batch: AttachmentBatch;
      readonly attachment: Attachment;
    }
  | { readonly type: "issue"; readonly issue: X12Issue }
  | {
      readonly type: "set-end";
      readonly header: TransactionHeader;
      readonly range: SegmentRange;
      /** False when the set was cut off or its counts or control numbers do not agree. */
      readonly intact: boolean;
      readonly errors: number;
      readonly warnings: number;
    }
  | { readonly type: "group-end"; readonly group: GroupHeader }
  | {
      readonly type: "interchange-end";
      readonly interchange: InterchangeHeader;
      readonly intact: boolean;
    };

/** Limits that keep a hostile file from exhausting the reader. */
export type ReadLimits = {
  /** Bytes of one segment (BIN and BDS by their declared length are not counted). Default 1 MiB. */
  readonly segmentBytes: number;
  /** Elements of one segment. Default 1,000. */
  readonly elements: number;
  /** Issues reported per transaction set before only their count goes on. Default 1,000. */
  readonly issuesPerSet: number;
};
