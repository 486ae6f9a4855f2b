import { answerWords } from "../eligibility/answer-words.ts";
import type { RegistrationPart } from "../registration/score-registration.ts";
import type { ClearanceAction, ClearanceReason } from "./decide-clearance.ts";

/** What a missing part of a registration is called in a sentence. */
export const registrationPartWords: Readonly<Record<RegistrationPart, string>> = {
  name: "first and last name",
  "date-of-birth": "date of birth",
  sex: "sex",
  address: "address",
  phone: "telephone number",
  email: "e-mail address",
  guarantor: "guarantor",
  "member-id": "member id",
  subscriber: "subscriber",
  "filing-indicator": "kind of payer",
  checks: "what the edits found",
};

export const clearanceActionWords: Readonly<Record<ClearanceAction, string>> = {
  "add-coverage": "Ask the patient for another coverage",
  "ask-payer": "Ask the payer",
  "wait-for-payer": "Wait for the payer",
  "ask-authorization": "Ask for an authorization",
  reschedule: "Reschedule, or agree on paying alone",
  "complete-registration": "Complete the registration",
  "collect-balance": "Collect it at the desk",
  "settle-hold": "Mend what was found, or release the hold with a reason",
};

/** The reason as a sentence for the front desk. `dayText` writes a civil date. */
export function clearanceSentence(
  { code, detail }: ClearanceReason,
  dayText: (day: string) => string = (day) => day,
): string {
  const day = typeof detail.day === "string" ? dayText(detail.day) : "";
  const on = typeof detail.answeredOn === "string" ? dayText(detail.answeredOn) : undefined;
  const why =
    typeof detail.reasonCode === "string" ? answerWords(detail.reasonCode).words : undefined;
  switch (code) {
    case "HELD":
      return `Held: ${detail.message ?? "somebody says why on the hold."}`;
    case "COVERAGE_NONE":
      return "No coverage is on file, and no good faith estimate was made.";
    case "COVERAGE_ENDED":
      return `The coverage ended on ${day}.`;
    case "COVERAGE_NOT_STARTED":
      return `The coverage begins only on ${day}.`;
    case "ELIGIBILITY_INACTIVE":
      return why ?? "The payer says that the coverage is not active.";
    case "ELIGIBILITY_FAILED":
      return `The payer did not answer: ${why ?? "no reason was given."}`;
    case "ELIGIBILITY_UNKNOWN":
      return why ?? "The payer's answer does not say whether the coverage is active.";
    case "ELIGIBILITY_NOT_ASKED":
      return "The payer was not asked about this coverage yet.";
    case "ELIGIBILITY_WAITING":
      return "The payer was asked and has not answered yet.";
    case "ELIGIBILITY_OLD":
      return `The last answer is of ${on ?? "an unknown day"}, too old for this visit.`;
    case "AUTHORIZATION_MISSING":
      return "The plan wants an authorization, and none is on file.";
    case "AUTHORIZATION_WAITING":
      return "The payer has not decided about the authorization yet.";
    case "AUTHORIZATION_DENIED":
      return "The payer denied the authorization.";
    case "AUTHORIZATION_NOT_THAT_DAY":
      return "The authorization does not hold on this day.";
    case "AUTHORIZATION_OTHER_SERVICE":
      return "The authorization is for other services.";
    case "AUTHORIZATION_UNITS":
      return `The authorization has ${detail.left} units left; the visit needs ${detail.needed}.`;
    case "REGISTRATION_INCOMPLETE":
      return `The registration lacks ${partsInWords(String(detail.parts ?? ""))}.`;
    case "BALANCE_OLD":
      return "The patient owes for earlier visits.";
  }
}

function partsInWords(parts: string): string {
  const words = parts
    .split(" ")
    .map((part) => registrationPartWords[part as RegistrationPart] ?? part);
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join(", ")} and ${last}`;
}
