/** Sentences about what moves between payers and patient. */
export const responsibilityStrings = {
  responsibility: {
    title: "Who owes it",
    begin: "Move between payer and patient",
    direction: "Move",
    "to-patient": "from the payers to the patient",
    "to-payer": "from the patient to the payers",
    line: "Line {{line}}: open {{open}}",
    reason: "Why it moves",
    move: "Move {{amount}} (Ctrl Enter)",
    row: "{{amount}} of line {{line}} {{direction}}",
    stands: "{{amount}} of it stands",
    undo: "Undo",
    undoReason: "Why it is undone",
    undone: "undone {{date}}: {{reason}}",
    keep: "Keep it",
    badAmount: "At most what is open",
  },
} as const;
