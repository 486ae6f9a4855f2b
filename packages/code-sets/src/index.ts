export { addCalendarDays, daysBetween, isCivilDate } from "./civil-date.ts";
export * from "./closed-lists.ts";
export {
  buildEffectiveLookup,
  type EffectiveLookup,
  type EffectiveRow,
  isInForce,
} from "./effective-lookup.ts";
export {
  type AnyCodeFileReader,
  CodeFileFault,
  type CodeFileFaultCode,
  type CodeFileReader,
  type CodeFileRows,
  type CodeFileTable,
  type CodeSetName,
  codeFileFaultCodes,
  codeSetNames,
  type FileEdition,
  type RelativeValue,
} from "./official/code-file.ts";
export { openCodeFile, recognizedFrom } from "./official/open-code-file.ts";
export {
  parseTable,
  ReferenceTableFault,
  type ReferenceTableFaultCode,
  type TableRow,
} from "./parse-table.ts";
export {
  type AdjustmentGroup,
  type AdjustmentPolicy,
  type AdjustmentReason,
  type ClaimStatusCategory,
  type ClaimStatusCode,
  type CrossoverWait,
  type DenialRule,
  type ImplementationErrorCode,
  type InterchangeNoteCode,
  type PaymentMethod,
  type ProviderAdjustmentCode,
  parseReferenceTables,
  type ReferenceTables,
  type RemarkCode,
  type RemittanceClaimStatus,
  referenceFiles,
} from "./reference-tables.ts";
