/** Sentences of queues: changes of many items, saved filters. */
export const bulk = {
  label: "Selected items",
  selected_one: "{{count, number}} selected",
  selected_other: "{{count, number}} selected",
  take: "Take them",
  giveBack: "Give them back",
  due: "New due date",
  setDue: "Set due date",
  reason: "Reason for closing them",
  close: "Close them",
  preview_one: "{{count, number}} item worth {{dollars}} would change.",
  preview_other: "{{count, number}} items worth {{dollars}} would change.",
  do: "Do it",
  done_one: "{{count, number}} item changed.",
  done_other: "{{count, number}} items changed.",
  undo: "Undo (u)",
  undone_one: "{{count, number}} item is as it was.",
  undone_other: "{{count, number}} items are as they were.",
} as const;

export const bulkOutcome = {
  work_unknown: "not known any more",
  work_closed: "closed already",
  revision_changed: "changed meanwhile",
  work_not_closable: "ends with what it is about",
} as const;

export const saved = {
  label: "Saved filters",
  name: "Name of this filter",
  save: "Save",
  start: "Save this filter",
  remove: "Forget this filter",
} as const;
