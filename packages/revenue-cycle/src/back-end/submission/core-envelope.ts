/**
 * One exchange in real time in the envelope HTTP+MIME multipart of the CAQH CORE connectivity rule
 * vC2.2.0: X12 as one part of a form beside who sends it to whom (4.2.1.1 request, 4.2.1.2 response,
 * 4.4.2 the fields).
 */
const payloadTypes = {
  eligibility: "X12_270_Request_005010X279A1",
  "claim-status": "X12_276_Request_005010X212",
  authorization: "X12_278_Request_005010X217E1_2",
} as const;

/** Kinds of questions that a far end can answer at once. */
export type LiveTransaction = keyof typeof payloadTypes;

/** The answer's payload of each kind. */
const answerTypes: Readonly<Record<LiveTransaction, string>> = {
  eligibility: "X12_271_Response_005010X279A1",
  "claim-status": "X12_277_Response_005010X212",
  authorization: "X12_278_Response_005010X217E1_2",
};

export type CoreQuestion = {
  readonly transaction: LiveTransaction;
  /** A UUID of this one message. */
  readonly payloadId: string;
  /** An instant in UTC, ISO 8601 without fractions. */
  readonly at: string;
  readonly senderId: string;
  readonly receiverId: string;
  readonly userName: string;
  readonly password: string;
  readonly payload: string;
};

/** The parts of the form, in the order of the rule. */
export function coreForm(question: CoreQuestion): readonly (readonly [string, string])[] {
  return [
    ["PayloadType", payloadTypes[question.transaction]],
    ["ProcessingMode", "RealTime"],
    ["PayloadID", question.payloadId],
    ["TimeStamp", question.at],
    ["UserName", question.userName],
    ["Password", question.password],
    ["SenderID", question.senderId],
    ["ReceiverID", question.receiverId],
    ["CORERuleVersion", "2.2.0"],
    ["Payload", question.payload],
  ];
}

export type CoreAnswer =
  | { readonly is: "answered"; readonly payload: string }
  /** The far end's own code, such as `UnAuthorized` or `PayloadTypeIllegal`. */
  | { readonly is: "refused"; readonly errorCode: string }
  /** Not an answer to this question. */
  | { readonly is: "unreadable" };

/** What the parts of an answer come to. */
export function readCoreAnswer(
  part: (name: string) => string | undefined,
  transaction: LiveTransaction,
): CoreAnswer {
  const errorCode = part("ErrorCode");
  if (errorCode !== undefined && errorCode !== "Success") {
    return { is: "refused", errorCode: /^\w{1,60}$/.test(errorCode) ? errorCode : "unknown" };
  }
  const payload = part("Payload");
  if (part("PayloadType") !== answerTypes[transaction] || !payload) return { is: "unreadable" };
  return { is: "answered", payload };
}
