import { write270 } from "@headwater/x12";
import { textOf } from "../../run/envelope.ts";
import type { Patient } from "../../world/patient.ts";
import { organization, personParty } from "../../world/practice.ts";

type Asked = { readonly payerId: string; readonly memberId: string; readonly day: string };

/** A 270 about a patient under a number, asked by an office on a day. */
export function inquiryText(patient: Patient, { payerId, memberId, day }: Asked): string {
  const { lastName, firstName, bornOn, gender } = patient;
  const party = personParty({
    entityCode: "IL",
    lastName,
    firstName,
    number: ["MI", memberId],
    dateOfBirth: bornOn,
    gender,
  });
  const trace = {
    kind: "1",
    traceNumber: "E1",
    originatingCompanyId: "9HEADWATER",
    supplementalId: undefined,
  };
  const question = {
    serviceTypes: ["30"],
    procedure: undefined,
    coverageLevel: undefined,
    amounts: [],
    placeOfService: undefined,
    references: [],
    dates: [],
  };
  const subscriber = {
    ...party,
    traces: [trace],
    relationship: undefined,
    birthSequence: undefined,
    dates: [{ qualifier: "291", from: day, through: undefined }],
    questions: [question],
    dependents: [],
  };
  const source = organization("PR", "PAYER", { number: ["PI", payerId] });
  const receiver = organization("1P", "OFFICE", { number: ["XX", "1234567893"] });
  const batch = {
    purpose: "13",
    referenceId: "E1",
    createdOn: day,
    time: "0900",
    kind: undefined,
  };
  return textOf(
    write270(batch, [{ source, receiver, subscriber }], {
      senderQualifier: "ZZ",
      senderId: "OFFICE",
      receiverQualifier: "ZZ",
      receiverId: "CLEARHUB",
      date: day,
      time: "0900",
      interchangeControlNumber: 77,
      groupControlNumber: 77,
      setControlNumber: 1,
      isTest: false,
    }),
  );
}
