/** Words about the last day on which a claim may be filed. */
export const filingStrings = {
  filing: {
    title: "File by",
    through: "File by",
    daysLeft_one: "{{count}} day left",
    daysLeft_other: "{{count}} days left",
    late_one: "{{count}} day late",
    late_other: "{{count}} days late",
  },
} as const;
