/** Sentences about the practice's general ledger. */
export const generalLedgerStrings = {
  generalLedger: {
    title: "General ledger numbers",
    sentence:
      "A journal is written by these numbers; a closed month keeps those it was closed with.",
    link: "General ledger numbers",
    account: "Account here",
    number: "Number there",
    name: "Name there",
    save: "Save (Ctrl Enter)",
    saved: "Saved.",
    month: "Journal for the general ledger",
    monthText: "Two rows to every entry, a debit and a credit of the same amount.",
    open: "The month is open: it may still change.",
    closed: "The month is closed: asked again, it is the same to the byte.",
    whole: "The whole month (CSV)",
    day: "One day of it",
    ofDay: "That day (CSV)",
    missing: "Number these accounts first: {{accounts}}.",
  },
} as const;
