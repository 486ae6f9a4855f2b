import { error, hint, type IssueRule, information, refusal } from "./issue-rule.ts";

/** Issues of remittances and of acknowledgments. */
export const remittanceCodes = {
  X12_REMITTANCE_LINE_BALANCE: error(
    3,
    "005010X221A1 1.10.2.1.1",
    "The line's charge less its adjustments is not what was paid.",
  ),
  X12_REMITTANCE_CLAIM_BALANCE: error(
    3,
    "005010X221A1 1.10.2.1.2",
    "The claim's charge less all adjustments is not what was paid.",
  ),
  X12_REMITTANCE_LINE_CHARGES: error(
    3,
    "005010X221A1 1.10.2.1.2",
    "The claim's charge is not the sum of its line charges.",
  ),
  X12_REMITTANCE_TOTAL: error(
    3,
    "005010X221A1 1.10.2.1.3",
    "The payment is not the sum of the claim payments less the provider adjustments.",
  ),
  X12_REMITTANCE_PATIENT_RESPONSIBILITY: hint(
    3,
    "005010X221A1 2100 CLP05",
    "The patient's responsibility is not the sum of the adjustments of group PR.",
  ),
  X12_REMITTANCE_SUMMARY: hint(
    3,
    "005010X221A1 2000 TS304, TS305",
    "The summary of the group is not the number or the charges of the claims in it.",
  ),
  X12_REMITTANCE_NEGATIVE: error(
    4,
    "005010X221A1 BPR02",
    "A payment cannot be negative; the balance must be moved forward (PLB FB).",
  ),
  X12_PAYMENT_METHOD: refusal(
    4,
    "005010X221A1 BPR04",
    "How the payment is made does not fit its kind and amount.",
  ),
  X12_PAYMENT_ACCOUNTS: refusal(
    4,
    "005010X221A1 BPR05 to BPR15",
    "An electronic payment needs the banks and accounts of both sides.",
  ),
  X12_PAYMENT_ORIGINATOR: hint(
    4,
    "005010X221A1 TRN03",
    "The originator of the payment (BPR10) and that of its trace (TRN03) differ.",
  ),
  X12_REMITTANCE_REVERSAL: hint(
    4,
    "005010X221A1 1.10.2.8",
    "A reversal (CLP02 22) has the amounts of the payment that it takes back with the sign turned.",
  ),
  X12_REMITTANCE_STATUS: hint(
    4,
    "005010X221A1 2100 CLP02",
    "The claim's status contradicts its payment: denied (4) and predetermined (25) claims are paid nothing.",
  ),
  X12_REMITTANCE_OUTCOMES: hint(
    4,
    "005010X221A1 2100 MIA, MOA",
    "A claim has the outcome of a stay (MIA) or of an outpatient service (MOA), not both.",
  ),
  X12_PROVIDER_ADJUSTMENT_REFERENCE: hint(
    4,
    "005010X221A1 1.10.2.12, 1.10.2.17",
    "A recovered overpayment (WO) or a balance forwarded (FB) needs the number that it is found by (PLB03-2).",
  ),
  X12_CROSSOVER_CARRIER: hint(
    4,
    "005010X221A1 2100 NM1*TT",
    "The claim was forwarded to another payer (CLP02 19 to 21), and that payer is not named.",
  ),
  X12_REMITTANCE_SERVICE_DATE: hint(
    4,
    "005010X221A1 2110 DTM",
    "Neither the line nor its claim says when the service was.",
  ),
  X12_ADJUSTMENT_GROUP_REUSED: information(
    4,
    "005010X221A1 CAS01",
    "The adjustment group comes twice where six reasons of it would fit into one segment.",
  ),
  X12_REMARK_REQUIRED: hint(
    5,
    "CORE 360; X12 external list 139",
    "The adjustment reason must come with a remark code, and none is there.",
  ),
  X12_ACKNOWLEDGMENT_COUNTS: hint(
    2,
    "005010X231A1 AK9",
    "The counts of the acknowledgment do not agree with its answers.",
  ),
  X12_ACKNOWLEDGMENT_CODE: hint(
    2,
    "005010X231A1 IK5",
    "The answer to a set says accepted although errors are listed, or the other way round.",
  ),
} as const satisfies Record<string, IssueRule>;
