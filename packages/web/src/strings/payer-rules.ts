/** Words of a payer's filing limits and authorization rules. */
export const payerRules = {
  payerRules: {
    limits: "Filing limits",
    addLimit: "Add a filing limit",
    noLimits:
      "No limit of your own: what the program brings holds, where it knows one. Enter the contract's.",
    rules: "Authorizations wanted",
    addRule: "Add an authorization rule",
    noRules:
      "Nothing is recorded: whether a procedure needs an authorization is unknown until it is.",
    of: "Of",
    length: "How many",
    unit: "Days or months",
    basis: "Counted from",
    plan: "Plan",
    everyPlan: "every plan",
    state: "Only in the state",
    source: "Where it stands",
    codes: "Codes and ranges (none: every procedure)",
    everyProcedure: "every procedure",
    isRequired: "An authorization is wanted",
    wanted: "wanted",
    notWanted: "not wanted",
  },
  filingKind: { original: "first claim", corrected: "corrected claim", appeal: "appeal" },
  filingUnit: { days: "days", months: "months" },
  filingBasis: {
    service: "day of service",
    "service-or-prior-payer": "day of service; for a second payer the first one's answer",
    remittance: "payer's remittance",
  },
} as const;
