/** Sentences of seeing a demo practice in another role. */
export const actingStrings = {
  acting: {
    label: "See this practice as",
    self: "See as yourself",
    as: "See as {{role}}",
    bar: "You see this demo practice as {{role}}, with that role's rights only.",
    back: "Back to yourself",
  },
} as const;
