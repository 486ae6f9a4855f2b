import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";

/** What keeps money from being posted, settled or explained, by what a person does about it. */
export const exceptionClasses = [
  "unmatched",
  "out-of-balance",
  "reversal",
  "takeback",
  "approval",
] as const;

export type ExceptionClass = (typeof exceptionClasses)[number];

/** The kinds of work of each class. */
export const exceptionKinds = {
  unmatched: [
    "remittance-held",
    "remittance-claim-unmatched",
    "remittance-claim-uncertain",
    "deposit-unmatched",
    "patient-payment-unmatched",
  ],
  "out-of-balance": ["remittance-out-of-balance", "out-of-balance-open"],
  reversal: ["unmatched-reversal", "second-payment"],
  takeback: ["provider-adjustment"],
  approval: ["approval-needed"],
} as const satisfies Readonly<Record<ExceptionClass, readonly string[]>>;

export const exceptionSchema = z.object({
  /** The work item's. */
  id: z.int(),
  exceptionClass: z.enum(exceptionClasses),
  kind: z.string(),
  whyText: z.string(),
  cents: centsSchema,
  /** Days since it arose, at the practice's business date. */
  ageDays: z.int(),
  due: dateSchema.nullable(),
  assignedTo: z.string().nullable(),
  /** The remittance, claim or deposit to open. */
  subject: z.object({ kind: z.string(), id: z.int(), label: z.string().nullable() }),
});

export type ExceptionRow = z.infer<typeof exceptionSchema>;
