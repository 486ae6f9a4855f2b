/** What a reason for not knowing the coverage means, and what helps. */
export type AnswerWords = {
  readonly words: string;
  readonly next: string;
  /** Asking again later may help without changing anything. */
  readonly isTransient: boolean;
};

const fix = (words: string, next: string): AnswerWords => ({ words, next, isTransient: false });
const wait = (words: string): AnswerWords => ({
  words,
  next: "Ask again later; nothing of ours is wrong.",
  isTransient: true,
});
const member = "Compare the card: member id, spelling of the name and date of birth.";
const provider = "Correct the provider's NPI, or have the payer enroll it for eligibility.";

/** AAA03 in our own words, with what to do about it (005010X279A1; codes of X12 list 901). */
const reasons: Readonly<Record<string, AnswerWords>> = {
  "04": fix("The payer does not take so many questions at once.", "Ask for one patient at a time."),
  15: fix("Something that the payer needs was not sent.", member),
  33: fix("The payer could not read the question.", "Ask for a service that the payer answers."),
  35: wait("The payer keeps the patient's records out of this service."),
  41: fix("We may not ask this payer.", "Have the payer admit us for eligibility."),
  42: wait("The payer's system could not answer just now."),
  43: fix("The payer does not know the provider's number.", provider),
  44: fix("The provider's name is missing.", provider),
  45: fix("The provider's specialty is missing or not accepted.", provider),
  46: fix("The provider's telephone number is missing.", provider),
  47: fix("The provider's state is missing.", provider),
  48: fix("The referring provider's number is missing.", provider),
  49: fix("The provider is not the patient's primary care provider.", "Ask for a referral."),
  50: fix("The provider may not ask this payer.", provider),
  51: fix("The payer has no such provider on file.", provider),
  52: fix("The day of service is outside of the provider's plan.", provider),
  53: fix("The question's type does not suit the person.", "Ask about the whole plan (30)."),
  54: fix("The product or service is not accepted.", "Ask about the whole plan (30)."),
  55: fix("The kind of number is not accepted.", "Ask about the whole plan (30)."),
  56: fix("The day asked for is not accepted.", "Ask for today."),
  57: fix("The day of service is not accepted.", "Ask for the day of the visit."),
  58: fix("The patient's date of birth is missing or wrong.", member),
  60: fix("The date of birth lies after the day of service.", member),
  61: fix("The patient died before the day asked for.", "Check the patient."),
  62: fix("The payer no longer answers for a day so long ago.", "Ask for a later day."),
  63: fix("The day of service lies too far ahead.", "Ask again nearer to the visit."),
  64: fix("The patient's number is missing or wrong.", member),
  65: fix("The patient's name is missing or wrong.", member),
  66: fix("The patient's sex is missing or wrong.", member),
  67: fix("The payer does not find the patient.", member),
  68: fix("The payer has the patient's number twice.", "Call the payer."),
  69: fix("The patient's age does not suit the service.", "Check the patient."),
  70: fix("The patient's sex does not suit the service.", "Check the patient."),
  71: fix("The date of birth is another than the payer has.", member),
  72: fix("The subscriber's number is missing or wrong.", member),
  73: fix("The subscriber's name is missing or wrong.", member),
  74: fix("The subscriber's sex is missing or wrong.", member),
  75: fix("The payer does not find the subscriber.", member),
  76: fix("The payer has the subscriber's number twice.", "Call the payer."),
  77: fix("The subscriber is found, the patient is not.", "Check how the patient is related."),
  78: fix("The subscriber is not in the group or plan named.", "Correct group and payer."),
  79: fix("The payer's own number is not accepted.", "Correct the payer's identifier."),
  80: wait("The payer did not answer in time."),
  98: fix("The payer does not answer for this service type.", "Ask about the whole plan (30)."),
  COVERAGE_INACTIVE: fix(
    "The payer says that the coverage is not active.",
    "Ask for another card, or ask for another coverage.",
  ),
  COVERAGE_ENDED: fix("The coverage has ended.", "Ask for another card."),
  COVERAGE_NOT_STARTED: fix(
    "The coverage has not begun yet.",
    "Ask for the card that holds today.",
  ),
  NO_STATEMENT: fix("The answer does not say whether the coverage is active.", "Call the payer."),
  REJECTED: fix("The payer rejected the question without saying why.", "Call the payer."),
  SAID_BY_PERSON: fix(
    "The payer told us that the coverage is not active.",
    "Ask for another card.",
  ),
};

/** The reason in words; a code that is not known stands for itself. */
export function answerWords(code: string): AnswerWords {
  const known = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  return known ?? fix(`The payer answered with reason ${code}.`, "Call the payer.");
}
