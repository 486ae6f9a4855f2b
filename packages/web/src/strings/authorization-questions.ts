/** Questions to payers about authorizations (278) and claims (276), with their answers. */
export const authorizationQuestionStrings = {
  authorizationQuestion: {
    title: "Asked of the payer",
    ask: "Ask the payer",
    askAgain: "Ask what became of it",
    units: "Units asked for",
    urgent: "Urgent: waiting would harm the patient",
    none: "The payer was not asked from here.",
    request: "Asked for consent",
    verification: "Asked what became of it",
    urgentWord: "urgent",
    answered: "answered {{date}}",
    reference: "payer's number {{number}}",
    wanted: "The payer wants more before it decides.",
    open: "Open the authorization",
    showSegments: "Show where it stands in the file",
    outcome: {
      waiting: "no answer yet",
      certified: "consented",
      modified: "consented, changed",
      "partly-certified": "consented to a part",
      denied: "refused",
      pended: "not decided yet",
      "not-required": "needs no consent",
      cancelled: "cancelled",
      refused: "question not taken",
    },
  },
  askStatus: {
    ask: "Ask the payer where it stands",
    asked: "Asked ({{traceNumber}}). The answer comes to the timeline.",
  },
} as const;

/** Short titles of the work that answers of payers bring. */
export const payerAnswerWorkKind = {
  "authorization-follow-up": "Authorization to follow up",
  "claim-status": "Payer on a claim",
} as const;
