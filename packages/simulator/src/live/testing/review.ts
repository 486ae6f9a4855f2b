import { write278 } from "@headwater/x12";
import { textOf } from "../../run/envelope.ts";
import type { Coverage, Patient } from "../../world/patient.ts";
import { organization, personParty } from "../../world/practice.ts";

const none = {
  traces: [],
  rejections: [],
  request: undefined,
  decision: undefined,
  references: [],
  dates: [],
  codes: [],
  deliveries: [],
  messages: [],
  providers: [],
};

export type AskedReview = {
  readonly code: string;
  readonly units: number;
  readonly day: string;
  /** The payer's number of a request that it pended: then it is asked what became of it. */
  readonly reference?: string | undefined;
};

/** A 278 about one service for somebody, as an office writes it. */
export function reviewText(
  { patient, coverage }: { readonly patient: Patient; readonly coverage: Coverage },
  { code, units, day, reference }: AskedReview,
): string {
  const trace = { kind: "1", traceNumber: "A1", originatingCompanyId: "9OFFICE001" };
  const party = personParty({
    entityCode: "IL",
    lastName: patient.lastName,
    firstName: patient.firstName,
    number: ["MI", coverage.memberId],
    dateOfBirth: patient.bornOn,
    gender: patient.gender,
  });
  const request = {
    ...{ category: "HS", certificationType: reference === undefined ? "I" : "6" },
    ...{ serviceType: undefined, facility: [], relatedCauses: [], levelOfService: undefined },
    ...{ releaseOfInformation: undefined, delayReason: undefined },
  };
  const service = {
    ...none,
    dates: [{ qualifier: "472", from: day, through: undefined }],
    kind: "professional" as const,
    revenueCode: undefined,
    procedure: { qualifier: "HC", code, modifiers: [], description: undefined },
    chargedCents: undefined,
    ...{ unitOfMeasure: "UN", quantity: String(units) },
  };
  const event = {
    ...none,
    request,
    traces: [{ ...trace, supplementalId: undefined }],
    references: reference === undefined ? [] : [{ qualifier: "NT", id: reference }],
    dates: [{ qualifier: "AAH", from: day, through: undefined }],
    ...{ admissionType: undefined, admissionSource: undefined, patientStatus: undefined },
    services: [service],
  };
  const review = {
    reviewOrganization: {
      ...organization("X3", "PAYER", { number: ["PI", coverage.payer.id] }),
      rejections: [],
    },
    requester: {
      ...organization("1P", "OFFICE", { number: ["XX", "1234567893"] }),
      rejections: [],
    },
    subscriber: {
      ...party,
      ...{ rejections: [], relationship: undefined, dependents: [], events: [event] },
    },
  };
  const batch = { purpose: "13", referenceId: "A1", createdOn: day, time: "0900", kind: undefined };
  return textOf(
    write278(batch, [review], {
      ...{ senderQualifier: "ZZ", senderId: "OFFICE", receiverQualifier: "ZZ" },
      ...{ receiverId: "CLEARHUB", date: day, time: "0900", interchangeControlNumber: 78 },
      ...{ groupControlNumber: 78, setControlNumber: 1, isTest: false },
    }),
  );
}
