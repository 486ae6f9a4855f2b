/** Parameters of a reason: codes and numbers as the need states them. */
export type WhyParameters = Readonly<Record<string, unknown>>;

type Sentence = (why: WhyParameters) => string;

const sentences: Readonly<Record<string, Sentence>> = {
  CLAIM_REJECTED: (why) =>
    `Rejected before adjudication${codes(why)}${field(why)}. Correct the claim and send it again.`,
  CLAIM_REJECTED_WITH_SET: (why) =>
    `Rejected with the whole transaction set it was sent in${codes(why)}. Correct and send it again.`,
  CLAIM_NUMBER_IN_USE: (why) =>
    `The patient control number belongs to another claim with ${
      why.difference === "other-dates" ? "other dates of service" : "another patient"
    }. Decide which one it is.`,
  CLAIM_CHARGE_NEGATIVE: () => "The charge is not valid. Correct the claim and send it again.",
  CLAIM_DENIED: (why) => `Denied${reason(why)}.${next(why)}`,
  REMITTANCE_OUT_OF_BALANCE: () =>
    "It does not add up, so nothing of it was posted. Ask the payer to issue it again.",
  OUT_OF_BALANCE_OPEN: () =>
    "It was posted although it does not add up; the difference stands open. Ask the payer what it is.",
  APPROVAL_NEEDED: (why) =>
    `Somebody asks to ${approvalWords[String(why.approvalKind)] ?? "move money"}. Look at it, then approve or refuse.`,
  REMITTANCE_HELD: (why) => `Held${held(why)}.`,
  REMITTANCE_CLAIM_UNMATCHED: () =>
    "It pays a claim that is not known here; the money is in suspense. Find its claim on the remittance, or import it.",
  REMITTANCE_CLAIM_UNCERTAIN: () =>
    "It pays a claim that could be another than it names; the money is in suspense. Compare the two.",
  REVERSAL_WITHOUT_ORIGINAL: () =>
    "The payer takes back a payment that is not known here. Import the remittance that paid it.",
  CLAIM_PAID_TWICE: () =>
    "The claim was paid a second time without a reversal. Refund it or match it to another claim.",
  PATIENT_RESPONSIBILITY_HELD: () =>
    "The payer leaves an amount to the patient that may not be billed to them. Release, appeal or write off.",
  ADJUSTMENT_NOT_READ: (why) =>
    `No rule says what the adjustment${reason(why)} means, so its amount stays open. Ask the payer, write it off or bill the patient.`,
  PROVIDER_ADJUSTMENT_UNEXPLAINED: (why) =>
    `The payer moved money outside the claims${adjustment(why)}. Find out what it belongs to.`,
  PATIENT_PAYMENT_UNMATCHED: () =>
    "A patient paid for a claim that is not known here; the money is unapplied cash. Match it.",
  VISIT_NOT_CLEAR: (why) =>
    typeof why.sentence === "string" ? why.sentence : "The visit would not be paid as it stands.",
  AUTHORIZATION_DENIED: (why) =>
    `The payer does not consent${codes(why)}. Ask for the reason, send what it lacks, or tell the patient before the visit.`,
  AUTHORIZATION_PARTLY_DENIED: (why) =>
    `The payer consents to a part only${codes(why)}. Compare it with what is planned.`,
  AUTHORIZATION_LATE: (why) =>
    `The payer has not decided for ${why.waitedDays} days; ${why.expectedDays} were to be expected. Call it.`,
  AUTHORIZATION_INFORMATION_WANTED: (why) =>
    `The payer wants more before it decides${codes(why)}. Send what it asks for.`,
  AUTHORIZATION_QUESTION_REFUSED: (why) =>
    `The payer did not take the question${codes(why)}. Mend what it names and ask again.`,
  AUTHORIZATION_ANSWER_INCOMPLETE: () =>
    "The payer's answer lacks a number or days, so nothing was changed. Look at it and record what it means.",
  CLAIM_NOT_FOUND: (why) =>
    `The payer does not find the claim${codes(why)}. See whether it arrived, then send it again.`,
  CLAIM_STATUS_DENIED: (why) =>
    `The payer says that it denied the claim${codes(why)}, and no remittance has told why. Get the remittance.`,
  CLAIM_STATUS_REJECTED: (why) =>
    `The payer says that it rejected the claim${codes(why)}. Correct it and send it again.`,
  ELIGIBILITY_UNMATCHED: () =>
    "A payer answered about somebody who has no coverage here. Add the coverage, or close it.",
  DEPOSIT_UNMATCHED: () => "The bank shows a deposit that no remittance explains. Match it.",
  NEXT_PAYER_DUE: () =>
    "The payer has answered and left an amount that another payer covers. Send the claim to that payer.",
  NEXT_PAYER_REJECTED: (why) =>
    `The claim to the next payer was rejected before adjudication${codes(why)}. Correct what it says and make it again.`,
  CROSSOVER_AWAITED: () =>
    "The payer passed the claim on itself, so a claim of ours would be a duplicate. If nothing has come by the due date, ask.",
  HELD_BY_EDITS: (why) =>
    typeof why.findings === "number" && why.findings > 1
      ? `Held by ${why.findings} findings. First: ${why.message}`
      : `Held: ${why.message}`,
  HELD_BY_PERSON: (why) => `Held by a person: ${why.reason}`,
  FOLLOW_UP_DUE: () => "A note says to look at it again on this day.",
};

/** The sentence that says why somebody must act; a code without one stands for itself. */
export function whySentence(code: string, why: WhyParameters): string {
  return Object.hasOwn(sentences, code) ? (sentences[code]?.(why) ?? code) : code;
}

function codes(why: WhyParameters): string {
  return Array.isArray(why.codes) && why.codes.length > 0 ? ` (${why.codes.join(" ")})` : "";
}

function field(why: WhyParameters): string {
  return typeof why.field === "string" ? `: ${why.field}` : "";
}

function reason(why: WhyParameters): string {
  const isKnown = typeof why.groupCode === "string" && typeof why.reasonCode === "string";
  return isKnown ? ` ${why.groupCode}-${why.reasonCode}` : "";
}

function next(why: WhyParameters): string {
  const words = typeof why.nextAction === "string" ? nextActionWords[why.nextAction] : undefined;
  return words === undefined ? "" : ` Usual next step: ${words}.`;
}

const nextActionWords: Readonly<Record<string, string>> = {
  "corrected-claim": "send a corrected claim",
  "new-claim": "send a new claim",
  appeal: "appeal",
  "rebill-other-payer": "bill the other payer",
  "bill-patient": "bill the patient",
  "write-off": "write it off",
  "call-payer": "call the payer",
  "send-records": "send the records",
  wait: "wait for the payer",
  none: "close it; nothing can be done",
};

const approvalWords: Readonly<Record<string, string>> = {
  "post-out-of-balance": "post a remittance that does not add up",
  "write-off": "write off more than the role may alone",
  refund: "send money back",
};

function adjustment(why: WhyParameters): string {
  return typeof why.reasonCode === "string" ? ` (${why.reasonCode})` : "";
}

function held(why: WhyParameters): string {
  if (why.reasonCode === "NO_CLAIM_KNOWN") {
    return ": none of its claims is known here. Import the claims that it pays";
  }
  if (why.reasonCode === "PAYEE_UNKNOWN") {
    return ": it pays a provider that is not known here. Check that it is yours";
  }
  if (why.reasonCode === "TRACE_WITH_OTHER_CONTENT") {
    return ": the payment was posted already from a remittance with other content. Compare the two";
  }
  return "";
}
