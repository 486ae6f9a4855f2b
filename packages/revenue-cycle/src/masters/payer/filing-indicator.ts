/** Claim filing indicators (005010X222A1 SBR09), with our own short words. */
export const filingIndicators: Readonly<Record<string, string>> = {
  "11": "Other non-federal program",
  "12": "PPO",
  "13": "POS plan",
  "14": "EPO",
  "15": "Indemnity",
  "16": "Medicare HMO",
  "17": "Dental HMO",
  AM: "Automobile",
  BL: "Blue Cross Blue Shield",
  CH: "TRICARE",
  CI: "Commercial",
  DS: "Disability",
  FI: "Federal employees",
  HM: "HMO",
  LM: "Liability",
  MA: "Medicare Part A",
  MB: "Medicare Part B",
  MC: "Medicaid",
  OF: "Other federal program",
  TV: "Title V",
  VA: "Veterans",
  WC: "Workers' compensation",
  ZZ: "Mutually defined",
};

/** Whether a text is a claim filing indicator. */
export function isFilingIndicator(text: string): boolean {
  return Object.hasOwn(filingIndicators, text);
}

export const linesOfBusiness = [
  "medicare",
  "medicare-advantage",
  "medicaid",
  "medicaid-managed-care",
  "commercial",
  "tricare",
  "veterans",
  "workers-compensation",
  "auto",
  "other",
] as const;
export type LineOfBusiness = (typeof linesOfBusiness)[number];

/** Whether a text is a line of business. */
export function isLineOfBusiness(text: string): text is LineOfBusiness {
  return (linesOfBusiness as readonly string[]).includes(text);
}
