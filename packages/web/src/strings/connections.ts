/** Sentences of how connections have fared and where questions to payers go. */
export const connectionStrings = {
  connections: {
    title: "Connections",
    name: "Connection",
    health: "Questions asked at once",
    closed: "answered",
    open: "left alone after {{failures}} failures",
    "half-open": "is tried out with the next question",
    never: "never asked",
    last: "Last failure",
    until: "until {{time}}",
    routes: "Where questions go",
    transaction: "Question",
    payer: "Payer",
    everyPayer: "every other payer",
    eligibility: "Eligibility (270)",
    "claim-status": "Claim status (276)",
    noRoutes: "Questions go by the connection of the payer's claims.",
    addRoute: "Send questions over",
    removeRoute: "Take away",
    causes: {
      HTTP_UNREACHABLE: "the far end could not be reached",
      HTTP_TIMED_OUT: "no answer in time",
      HTTP_FAILED: "the far end failed",
      HTTP_REFUSED: "the far end refused the request",
      HTTP_SIGN_IN_REFUSED: "user or password refused",
      HTTP_QUESTION_REFUSED: "the far end refused the question",
      HTTP_ANSWER_UNREADABLE: "the answer could not be read",
    },
  },
} as const;

/** What a claim's timeline says of questions to its payer (276) and their answers (277). */
export const claimStatusEvents = {
  EVENT_CLAIM_STATUS_ASKED: "The payer was asked where it stands ({{traceNumber}})",
  CLAIM_STATUS_ACCEPTED: "{{payer}} has it (277 {{categoryCode}} {{statusCode}})",
  CLAIM_STATUS_REJECTED: "{{payer}} rejected it (277 {{categoryCode}} {{statusCode}})",
  CLAIM_STATUS_PENDING: "{{payer}} is still working on it (277 {{categoryCode}} {{statusCode}})",
  CLAIM_STATUS_FINALIZED: "{{payer}} has decided it (277 {{categoryCode}} {{statusCode}})",
  CLAIM_STATUS_NOT_FOUND: "{{payer}} does not find it (277 {{categoryCode}} {{statusCode}})",
  CLAIM_STATUS_ERROR: "{{payer}} could not answer (277 {{categoryCode}} {{statusCode}})",
} as const;
