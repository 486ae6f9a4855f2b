import { roles } from "@headwater/code-sets/closed-lists.ts";
import { z } from "zod";
import { centsSchema, dateSchema, instantSchema } from "../../masters/answer-schemas.ts";
import { approvalKinds, approvalStates } from "./approval.ts";

export const approvalKindSchema = z.enum(approvalKinds);
export const approvalStateSchema = z.enum(approvalStates);

/** Why somebody moves money: kept with his name. */
export const moneyReasonSchema = z.string().trim().min(1).max(500);

export const approvalSchema = z.object({
  id: z.int(),
  kind: approvalKindSchema,
  subject: z.object({ kind: z.string(), id: z.int(), label: z.string().nullable() }),
  cents: centsSchema,
  reason: z.string(),
  state: approvalStateSchema,
  requestedBy: z.string(),
  /** Whether the person who reads this asked for it. */
  isMine: z.boolean(),
  requestedAt: instantSchema,
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  decisionReason: z.string().nullable(),
  /** Approved by who asked, because nobody else could. */
  isOwn: z.boolean(),
  revision: z.int(),
});

export type ApprovalRow = z.infer<typeof approvalSchema>;

export const approvalLimitSchema = z.object({
  kind: approvalKindSchema,
  role: z.enum(roles),
  limitCents: centsSchema,
  /** Null for what holds until the practice says otherwise. */
  effectiveFrom: dateSchema.nullable(),
});
