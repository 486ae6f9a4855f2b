export {
  AcknowledgmentDecider,
  type BusinessUnit,
  type DecidedAcknowledgment,
  decideGroup,
  decideInterchange,
  decideSet,
  type JudgedGroup,
  type JudgedSet,
} from "./acknowledge/decide-acknowledgments.ts";
export {
  type ClaimsToAnswer,
  type ClaimToAnswer,
  decideClaimAcknowledgments,
  decideClaimAnswer,
  isAcceptance,
  type LineToAnswer,
  standsIn,
  statusCodesOf,
  statusOf,
} from "./acknowledge/decide-claim-answer.ts";
export {
  type LocatedError,
  locateSetErrors,
  locateStatuses,
} from "./acknowledge/locate-answers.ts";
export {
  type OriginalSegment,
  OriginalSet,
  readOriginalSets,
  type TypedPlace,
} from "./acknowledge/original-set.ts";
export type * from "./acknowledgment.ts";
export type * from "./attachment/attachment.ts";
export { type AttachmentGuide, attachmentSet, write275 } from "./attachment/write-attachment.ts";
export type {
  RequestRejection,
  ServiceDelivery,
  Trace,
  TransactionBatch,
  WritableBatch,
} from "./batch.ts";
export type * from "./claim.ts";
export type * from "./claim-details.ts";
export type * from "./claim-status/claim-status.ts";
export {
  type WritableClaimStatusInquiry,
  type WritableClaimStatusResponse,
  write276,
  write277,
} from "./claim-status/write-claim-status.ts";
export {
  type CodeList,
  type CodeListName,
  type CodePeriod,
  codeList,
  codeListNames,
} from "./code-lists/code-list.ts";
export { type CodeListsResult, codeListsOf } from "./code-lists/read-code-lists.ts";
export type * from "./eligibility/eligibility.ts";
export {
  type WritableEligibilityInquiry,
  type WritableEligibilityResponse,
  write270,
  write271,
} from "./eligibility/write-eligibility.ts";
export type * from "./enrollment/enrollment.ts";
export {
  enrollmentSet,
  type WritableEnrollmentBatch,
  type WritableMember,
  write834,
} from "./enrollment/write-enrollment.ts";
export type { GuideItem, GuideTable, LoopTable, SegmentTable } from "./guide-table.ts";
export { guideTables } from "./guides/tables.ts";
export type * from "./issue.ts";
export type { IssueRule } from "./issue-codes/issue-rule.ts";
export { type IssueCode, issueCodes } from "./issue-codes.ts";
export {
  type JsonLineResult,
  JsonLinesReader,
  type JsonRefusal,
} from "./json/from-json-lines.ts";
export {
  type JsonElement,
  type JsonHead,
  type JsonLine,
  JsonLinesWriter,
  type JsonRaw,
  type JsonSegment,
  type JsonSkipped,
} from "./json/json-lines.ts";
export type * from "./premium-payment/premium-payment.ts";
export {
  type WritablePremiumPayment,
  type WritablePremiumRemittance,
  write820,
} from "./premium-payment/write-premium-payment.ts";
export { formatSegments, type RawRange, type RawSegment, rawSegments } from "./raw-segments.ts";
export { createTransactionReader, readTransactions } from "./read-transactions.ts";
export type * from "./reading.ts";
export type * from "./remittance.ts";
export type * from "./remittance-details.ts";
export { Scrubber, type ScrubOptions } from "./scrub/scrubber.ts";
export { Segment, segmentRange } from "./segment.ts";
export { describeElement, describeSegment } from "./segment-names.ts";
export {
  createSegmentReader,
  defaultLimits,
  readTokens,
  SegmentReader,
  type SegmentReaderStart,
  type Token,
} from "./segment-reader.ts";
export type * from "./services-review/services-review.ts";
export { type WritableServicesReview, write278 } from "./services-review/write-services-review.ts";
export { type DescribedElement, describeElements, elementName } from "./show/describe-elements.ts";
export {
  Outline,
  type OutlineLoop,
  type OutlineRow,
  type OutlineSegment,
  type OutlineSkipped,
  type OutlineStart,
} from "./show/outline.ts";
export type { Skipped, SkipReason } from "./skipped.ts";
export { tokenBytes } from "./token-bytes.ts";
export type * from "./transaction.ts";
export { type ReadOptions, type ResumePoint, TransactionReader } from "./transaction-reader.ts";
export type { CodeLists } from "./validate/code-checks.ts";
export type { PartnerRules } from "./validate/guide-rules.ts";
export { type PartnerRulesResult, partnerRulesOf } from "./validate/partner-rules.ts";
export type { ValidationProfile } from "./validate/set-validator.ts";
export type { SituationRule } from "./validate/situation.ts";
export {
  createValidator,
  type ValidateOptions,
  validateTransactions,
} from "./validate/validate.ts";
export {
  centsOf,
  civilDate,
  decimalOf,
  isDecimal,
  isNationalProviderId,
} from "./values.ts";
export { type ElementValue, SegmentWriter, type WriteRefusal } from "./write/segment-writer.ts";
export {
  claimAcknowledgmentSets,
  type WritableClaimAcknowledgment,
  type WritableClaimAcknowledgments,
  write277CA,
} from "./write/write-277ca.ts";
export {
  remittanceSets,
  type WritableRemittance,
  type WritableRemittanceClaim,
  type WritableRemittanceLine,
  write835,
} from "./write/write-835.ts";
export {
  claimSets,
  type WritableSubmission,
  write837D,
  write837I,
  write837P,
} from "./write/write-837.ts";
export {
  type WritableImplementationAcknowledgment,
  type WritableInterchangeAcknowledgment,
  type WritableSetAcknowledgment,
  write999,
  writeTA1,
} from "./write/write-acknowledgment.ts";
export type { WritableClaim } from "./write/write-claim.ts";
export {
  InterchangePieces,
  type SetContent,
  type WriteEnvelope,
  type WritePiece,
  type WriteResult,
  writeInterchange,
  writePieces,
} from "./write/write-interchange.ts";
