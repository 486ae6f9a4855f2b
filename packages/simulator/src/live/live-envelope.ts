import type { InterchangeHeader, WriteEnvelope } from "@headwater/x12";
import { dateOf } from "../civil-day.ts";
import type { Run } from "../run/run.ts";

/** Control numbers of answers stand above those of a day's remittances and of a lived-through past. */
const firstLiveNumber = 500_000_000;

/** ISA and GS of an answer: back to whoever sent, with the number of its place among all answers. */
export function liveEnvelope(run: Run, sent: InterchangeHeader, number: number): WriteEnvelope {
  const control = firstLiveNumber + (number % 499_999_999);
  return {
    senderQualifier: sent.receiverQualifier,
    senderId: sent.receiverId,
    receiverQualifier: sent.senderQualifier,
    receiverId: sent.senderId,
    date: dateOf(run.day),
    time: "0900",
    interchangeControlNumber: control,
    groupControlNumber: control,
    setControlNumber: 1,
    isTest: sent.isTest,
  };
}
