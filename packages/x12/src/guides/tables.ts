import type { GuideTable } from "../guide-table.ts";
import { claimAcknowledgmentTable } from "./005010X214-277CA/table.ts";
import { remittanceTable } from "./005010X221A1-835/table.ts";
import { professionalClaimTable } from "./005010X222A1-837P/table.ts";
import { institutionalClaimTable } from "./005010X223A2-837I/table.ts";
import { dentalClaimTable } from "./005010X224A2-837D/table.ts";
import { implementationAcknowledgmentTable } from "./005010X231A1-999/table.ts";

/** All guides that sets can be judged by. */
export const guideTables: readonly GuideTable[] = [
  professionalClaimTable,
  institutionalClaimTable,
  dentalClaimTable,
  remittanceTable,
  implementationAcknowledgmentTable,
  claimAcknowledgmentTable,
];
