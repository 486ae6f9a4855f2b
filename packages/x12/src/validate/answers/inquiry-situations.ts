import type { SituationRule } from "../situation.ts";

const benefits = ["2110C", "2110D"];

/** 270 (005010X279A1). */
export const eligibilityInquirySituations: readonly SituationRule[] = [
  { code: "X12_INQUIRY_QUESTION", loop: "2000C", when: ["!loop:2000D"], need: "loop:2110C" },
  { code: "X12_INQUIRY_PERSON", loop: "2100C", when: ["!NM1.9", "!REF"], need: "NM1.3" },
];

/** 271 (005010X279A1). What LS begins must be ended by LE. */
export const eligibilityAnswerSituations: readonly SituationRule[] = [
  ...benefits.flatMap((loop): SituationRule[] => [
    { code: "X12_SEGMENT_MISSING", loop, when: ["LS"], need: "LE" },
    { code: "X12_BENEFIT_SHARE", loop, when: ["EB.1=A"], need: "EB.8" },
    { code: "X12_BENEFIT_AMOUNT", loop, when: ["EB.1=B,C,G", "!EB.8", "!EB.10"], need: "EB.7" },
  ]),
  {
    code: "X12_BENEFIT_MISSING",
    loop: "2000C",
    when: ["!loop:2000D", "!2100C/AAA"],
    need: "loop:2110C",
  },
];

/** 276 (005010X212). */
export const statusInquirySituations: readonly SituationRule[] = [
  { code: "X12_STATUS_QUESTION", loop: "2000D", when: ["!loop:2000E"], need: "loop:2200D" },
  { code: "X12_STATUS_BIRTH", loop: "2000D", when: ["loop:2200D"], need: "DMG" },
  { code: "X12_STATUS_SERVICE_DATE", loop: "2200D", when: ["!loop:2210D"], need: "DTP" },
  { code: "X12_STATUS_SERVICE_DATE", loop: "2200E", when: ["!loop:2210E"], need: "DTP" },
];

/** 277 (005010X212). */
export const statusAnswerSituations: readonly SituationRule[] = ["2200D", "2200E"].map((loop) => ({
  code: "X12_STATUS_PAYMENT",
  loop,
  when: ["STC.1-1=F1"],
  need: "STC.5",
}));

/** 277CA (005010X214): the action of a claim's first status against its category. */
export const claimAcknowledgmentSituations: readonly SituationRule[] = ["2200B", "2200D"].flatMap(
  (loop): SituationRule[] => [
    {
      code: "X12_STATUS_ACTION",
      loop,
      when: ["STC.1-1=A3,A6,A7,A8", "STC.3=WQ"],
      forbid: "STC.3",
    },
    { code: "X12_STATUS_ACTION", loop, when: ["STC.1-1=A1,A2", "STC.3=U"], forbid: "STC.3" },
  ],
);

const request = "ST/BHT.2=01,13";
const answer = "ST/BHT.2=11";

const reviewed = (loop: string): SituationRule[] => [
  { code: "X12_REVIEW_ANSWER_IN_REQUEST", loop, when: [request], forbid: "HCR" },
  { code: "X12_REVIEW_NUMBER", loop, when: ["HCR.1=A1,A6"], need: "HCR.2" },
  { code: "X12_REVIEW_REASON", loop, when: ["HCR.1=A3,A4"], need: "HCR.3" },
];

/** 278 (005010X217), requests and answers. */
export const servicesReviewSituations: readonly SituationRule[] = [
  ...reviewed("2000E"),
  ...reviewed("2000F"),
  {
    code: "X12_REVIEW_ANSWER_MISSING",
    loop: "2000E",
    when: [answer, "!AAA", "!loop:2000F"],
    need: "HCR",
  },
  {
    code: "X12_REVIEW_EARLIER",
    loop: "2000E",
    when: [request, "UM.2=3,4,R,S"],
    need: "REF:BB",
  },
  {
    code: "X12_REVIEW_ADMISSION_DATE",
    loop: "2000E",
    when: [request, "UM.1=AR", "UM.2=I"],
    need: "DTP:435",
  },
  {
    code: "X12_REVIEW_ACCIDENT_DATE",
    loop: "2000E",
    when: ["UM.5-1=AA,OA"],
    need: "DTP:439",
  },
  { code: "X12_REVIEW_TOOTH", loop: "2000F", when: ["TOO"], need: "SV3" },
];

/** 834 (005010X220A1). What LS begins must be ended by LE. */
export const enrollmentSituations: readonly SituationRule[] = [
  { code: "X12_SEGMENT_MISSING", loop: "2000", when: ["LS"], need: "LE" },
  {
    code: "X12_MEMBER_RELATIONSHIP",
    loop: "2000",
    when: ["INS.1=Y", "INS.2!=18"],
    forbid: "INS.2",
  },
  { code: "X12_MEMBER_RELATIONSHIP", loop: "2000", when: ["INS.1=N", "INS.2=18"], forbid: "INS.2" },
  { code: "X12_MEMBER_COBRA", loop: "2000", when: ["INS.5=C"], need: "INS.7" },
  { code: "X12_MEMBER_BIRTH", loop: "2000", when: ["INS.3=021"], need: "2100A/DMG" },
  {
    code: "X12_MEMBER_ADDRESS",
    loop: "2000",
    when: ["INS.3=021", "INS.1=Y", "!loop:2100C"],
    need: "2100A/N3",
  },
];

/** 820 (005010X218). */
export const premiumSituations: readonly SituationRule[] = [
  { code: "X12_PREMIUM_MISSING", loop: "ST", when: ["!loop:2000B"], need: "loop:2000A" },
  ...["BPR.7", "BPR.9", "BPR.13", "BPR.15"].map(
    (need): SituationRule => ({
      code: "X12_PREMIUM_ACCOUNTS",
      loop: "ST",
      when: ["BPR.4=ACH", "BPR.1!=I"],
      need,
    }),
  ),
];

/** 275 (005010X210, 006020X314). */
export const attachmentSituations: readonly SituationRule[] = [
  { code: "X12_ATTACHMENT_TRACE", loop: "2000A", when: ["ST/BGN.1=02"], need: "TRN" },
];
