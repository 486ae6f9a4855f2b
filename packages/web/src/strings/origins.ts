/** Sentences of the report about where denials begin, and measures split by who and where. */
export const originStrings = {
  origin: {
    most: "Most of it begins with",
    place: "{{process}} {{stage}}",
    share: "({{share}} of the dollars).",
    next: "Next is {{process}} {{stage}} with {{share}}.",
    step: "Stage and process",
    row: "{{stage}}: {{process}}",
  },
  breakdown: {
    title: "Measures by payer, provider and facility",
    by: "By",
    payer: "payer",
    provider: "provider",
    facility: "facility",
    noKey: "not stated",
    none: "Nothing to split yet.",
  },
} as const;
