/** Words of the rare parts of the claim form. */
export const claimPartStrings = {
  claimParts: {
    title: "Rare parts",
    add: "Add a field: name, part or segment",
    through: "through",
    line: "Line {{line}}, further elements",
  },
} as const;
