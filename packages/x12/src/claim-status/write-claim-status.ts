import type { WritableBatch } from "../batch.ts";
import { hierarchySet } from "../codec/hierarchy.ts";
import {
  type WriteEnvelope,
  type WriteResult,
  writeInterchange,
} from "../write/write-interchange.ts";
import type { ClaimStatusInquiry, ClaimStatusResponse } from "./claim-status.ts";
import { statusInquiryHierarchy, statusResponseHierarchy } from "./claim-status-shapes.ts";

/** An inquiry to write. */
export type WritableClaimStatusInquiry = Omit<ClaimStatusInquiry, "range">;

/** A response to write. */
export type WritableClaimStatusResponse = Omit<ClaimStatusResponse, "range">;

/** Writes claim status inquiries (005010X212) as one transaction set. */
export function write276(
  batch: WritableBatch,
  inquiries: Iterable<WritableClaimStatusInquiry>,
  envelope: WriteEnvelope,
): WriteResult {
  return writeInterchange(envelope, [hierarchySet(statusInquiryHierarchy, batch, inquiries)]);
}

/** Writes claim status responses (005010X212) as one transaction set. */
export function write277(
  batch: WritableBatch,
  responses: Iterable<WritableClaimStatusResponse>,
  envelope: WriteEnvelope,
): WriteResult {
  return writeInterchange(envelope, [hierarchySet(statusResponseHierarchy, batch, responses)]);
}
