import type { WriteEnvelope, WriteResult } from "@headwater/x12";
import { dateOf } from "../civil-day.ts";
import type { Run } from "./run.ts";

/** ISA and GS of something exchanged on the day of the run; `slot` tells exchanges of a day apart. */
export function envelopeOf(run: Run, slot: number, direction: "sent" | "received"): WriteEnvelope {
  const number = (run.day - run.world.firstDay + 1) * 1000 + slot;
  const isSent = direction === "sent";
  return {
    senderQualifier: "ZZ",
    senderId: isSent ? run.submitterId : "CLEARHUB",
    receiverQualifier: "ZZ",
    receiverId: isSent ? "CLEARHUB" : run.submitterId,
    date: dateOf(run.day),
    time: "0900",
    interchangeControlNumber: number,
    groupControlNumber: number,
    setControlNumber: 1,
    isTest: false,
    requestsAcknowledgment: isSent,
  };
}

/** The text of what was written; a refusal is a fault of the simulator. */
export function textOf(result: WriteResult): string {
  if (result.ok) return result.text;
  const [first] = result.refusals;
  throw new Error(`Cannot write: ${first?.code} in ${first?.segmentId}${first?.element ?? ""}.`);
}
