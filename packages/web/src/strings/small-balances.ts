/** Sentences about balances too small to be asked for. */
export const smallBalanceStrings = {
  smallBalances: {
    title: "Small balances",
    sentence:
      "What patients owe of visits where payers owe nothing more. Nothing is written off yet.",
    upTo: "Up to",
    badAmount: "An amount such as 5.00",
    choose: "Write off {{number}}",
    visit: "Visit",
    owed: "Owed",
    none: "Nobody owes as little as that, within the limit of your role.",
    reason: "Why they are written off",
    write_one: "Write off {{count}} balance, {{dollars}} (Ctrl Enter)",
    write_other: "Write off {{count}} balances, {{dollars}} (Ctrl Enter)",
    written_one: "{{count}} balance written off, {{dollars}}.",
    written_other: "{{count}} balances written off, {{dollars}}.",
  },
} as const;
