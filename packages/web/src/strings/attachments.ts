/** Sentences of documents that are attached to claims, patients and authorizations. */
export const attachmentStrings = {
  attachment: {
    title: "Attachments",
    none: "Nothing is attached.",
    attach: "Attach files",
    kinds: "or drop them on this page: PDF, JPEG, PNG, TIFF or plain text, {{limit}} each at most",
    drop: "Let go to attach them here",
    sending: "{{name}} is being sent",
    takeOff: "Take off",
    takeOffNamed: "Take off {{name}}",
    reason: "Why it is taken off",
    keep: "Keep it",
    takenOff: "{{name}} is off the list and stays on file.",
    undo: "Put it back",
    putBackNamed: "Put it back: {{name}}",
    removed_one: "{{count}} attachment was taken off",
    removed_other: "{{count}} attachments were taken off",
    removedBy: "taken off by {{who}}, {{when}}: {{reason}}",
    leave: "Leave out",
    dismiss: "Leave out {{name}}",
    unreadable: "What was dropped could not be read. Choose the files instead.",
  },
} as const;

/** What is told of a file that cannot be attached, by the code of the refusal. */
export const attachmentProblems = {
  attachment_empty: "The file is empty.",
  attachment_type_refused:
    "Attach a PDF, a picture (JPEG, PNG, TIFF) or a plain text file (.txt); this is none of them, whatever its name says.",
  attachment_too_large: "The file is too large. Save it at a lower resolution or in parts.",
  attachment_known: "The same document is on the list already.",
  attachments_full: "The list is full. Take something off it first.",
} as const;
