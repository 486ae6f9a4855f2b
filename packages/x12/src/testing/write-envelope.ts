import type { WriteEnvelope } from "../write/write-interchange.ts";

/** An envelope for what tests write. */
export const testEnvelope: WriteEnvelope = {
  senderQualifier: "ZZ",
  senderId: "SENDER",
  receiverQualifier: "ZZ",
  receiverId: "RECEIVER",
  date: "2025-01-06",
  time: "1200",
  interchangeControlNumber: 42,
  groupControlNumber: 7,
  setControlNumber: 1,
  isTest: true,
};
