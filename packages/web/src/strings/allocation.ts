/** Sentences about giving a payment out by hand. */
export const allocationStrings = {
  allocation: {
    give: "Give it out",
    title: "Give out {{amount}} of receipt {{receipt}}",
    visit: "{{visit}}: open {{open}}",
    left: "{{left}} is left of the payment.",
    over: "{{over}} more than is left of the payment.",
    badAmount: "At most what is open",
    save: "Give it (Ctrl Enter)",
    undo: "take back",
    undoTitle: "Take {{amount}} back from {{visit}}",
    undoReason: "Why it is taken back",
  },
} as const;
