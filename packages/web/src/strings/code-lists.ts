/** Where the cause of a denial lies, in the order of the revenue cycle. */
export const stages = ["front-end", "mid-cycle", "back-end", "payer"] as const;

export const denialCategories = [
  "eligibility",
  "registration",
  "authorization",
  "coding",
  "medical-necessity",
  "timely-filing",
  "duplicate",
  "bundling",
  "coordination-of-benefits",
  "credentialing",
  "documentation",
  "contract",
  "payer-error",
  "unknown",
] as const;

/** States of a claim, in the order of its life. */
export const claimStates = [
  "draft",
  "held",
  "ready",
  "submitted",
  "rejected",
  "accepted",
  "pending",
  "paid",
  "partly-paid",
  "denied",
  "forwarded",
  "patient",
  "closed",
  "replaced",
  "void",
] as const;

export const remittanceVerdicts = [
  "posted",
  "recorded",
  "quarantined",
  "held",
  "duplicate",
  "refused",
] as const;
