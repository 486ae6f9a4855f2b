import type { GuideTable } from "../guide-table.ts";
import { attachmentTable, newerAttachmentTable } from "./005010X210-275/table.ts";
import { statusRequestTable } from "./005010X212-276/table.ts";
import { statusAnswerTable } from "./005010X212-277/table.ts";
import { claimAcknowledgmentTable } from "./005010X214-277CA/table.ts";
import { servicesReviewTable } from "./005010X217-278/table.ts";
import { premiumPaymentTable } from "./005010X218-820/table.ts";
import { enrollmentTable } from "./005010X220A1-834/table.ts";
import { remittanceTable } from "./005010X221A1-835/table.ts";
import { professionalClaimTable } from "./005010X222A1-837P/table.ts";
import { institutionalClaimTable } from "./005010X223A2-837I/table.ts";
import { dentalClaimTable } from "./005010X224A2-837D/table.ts";
import { implementationAcknowledgmentTable } from "./005010X231A1-999/table.ts";
import { eligibilityInquiryTable } from "./005010X279A1-270/table.ts";
import { eligibilityAnswerTable } from "./005010X279A1-271/table.ts";

/** All guides that sets can be judged by. */
export const guideTables: readonly GuideTable[] = [
  professionalClaimTable,
  institutionalClaimTable,
  dentalClaimTable,
  remittanceTable,
  implementationAcknowledgmentTable,
  claimAcknowledgmentTable,
  eligibilityInquiryTable,
  eligibilityAnswerTable,
  statusRequestTable,
  statusAnswerTable,
  servicesReviewTable,
  enrollmentTable,
  premiumPaymentTable,
  attachmentTable,
  newerAttachmentTable,
];
