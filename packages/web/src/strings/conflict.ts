/** Sentences for a record that two people changed at once. */
export const conflictStrings = {
  conflict: {
    title: "Somebody else changed this meanwhile.",
    text: "Choose where the two differ; what only one of you changed is chosen already.",
    field: "Field",
    theirs: "Theirs",
    yours: "Yours",
    nothing: "empty",
    entries_one: "{{count}} entry",
    entries_other: "{{count}} entries",
    goOn: "Go on with these (Ctrl+Enter)",
    missed: "What was typed before the session ended is back; nothing of it was saved.",
  },
} as const;
