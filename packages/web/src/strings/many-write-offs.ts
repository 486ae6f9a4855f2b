/** The words of the page that writes off many claims at once. */
export const manyWriteOffStrings = {
  manyWriteOffs: {
    title: "Write off many",
    link: "Write off many…",
    sentence: "First a preview; what is beyond your limit waits for another person.",
    scope: "What",
    scopeDenied: "what was denied",
    scopeOpen: "all that is open",
    reason: "Denial reason",
    through: "Served through",
    most: "Up to dollars a claim",
    none: "No claim fits",
    noneText: "Nothing is open on claims like these. Widen the filters.",
    found_one: "{{count, number}} claim",
    found_other: "{{count, number}} claims",
    first: "The oldest {{shown}} of {{count, number}} are shown.",
    choose: "Write off claim {{number}}",
    all: "All of them",
    result: "Result",
    amount: "Gives up",
    why: "Reason it is given up",
    preview: "Preview {{count, number}} ({{dollars}})",
    write: "Write off now",
    outcome: {
      "written-off": "would be written off",
      waiting: "would wait for another person",
      refused: "not possible",
    },
    done: {
      "written-off": "written off",
      waiting: "waits for another person",
      refused: "not written off",
    },
    refusal: {
      claim_unknown: "the claim is not on file",
      claim_replaced: "replaced or void: what is open stands on the version after it",
      nothing_to_write_off: "nothing is left to write off",
      write_off_beyond_open: "more than is still expected from payers",
      approval_waiting: "another person is asked about this claim already",
    },
    previewed:
      "Preview: {{now}} would be written off at once, {{waiting}} would wait for another person, {{refused}} cannot be.",
    written:
      "{{now}} written off, {{waiting}} wait for another person, {{refused}} were not written off.",
    undo: "Undo these write-offs",
    undoReason: "Why they are undone",
  },
} as const;
