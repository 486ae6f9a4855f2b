import { validateTransactions, write270 } from "@headwater/x12";
import { expect, test } from "vitest";
import { buildInquiry, type InquiryFacts } from "./build-inquiry.ts";

const patient = {
  lastName: "Ortiz",
  firstName: "Lena",
  middleName: undefined,
  dateOfBirth: "1980-05-12",
  gender: "F",
};
const facts: InquiryFacts = {
  traceNumber: "E1",
  payer: { name: "Northway", identifier: "60054" },
  receiver: { npi: "1234567893", name: "Riverside Family", isOrganization: true },
  patient,
  subscriber: undefined,
  memberId: "W123456",
  relationship: "18",
  day: "2026-08-04",
  serviceTypes: ["30"],
  createdOn: "2026-08-03",
  time: "0915",
};
const spouse = { ...patient, firstName: "Ana", dateOfBirth: "1978-02-01" };

const envelope = {
  senderQualifier: "ZZ",
  senderId: "RIVERSIDE",
  receiverQualifier: "ZZ",
  receiverId: "60054",
  date: "2026-08-03",
  time: "0915",
  interchangeControlNumber: 1,
  groupControlNumber: 1,
  setControlNumber: 1,
  isTest: false,
};

async function* chunks(text: string) {
  yield new TextEncoder().encode(text);
}

test.each<[string, Partial<InquiryFacts>]>([
  ["the subscriber himself", {}],
  ["a child", { relationship: "19", subscriber: spouse }],
  ["a person of another relation", { relationship: "G8", subscriber: spouse }],
  ["an unknown sex", { patient: { ...patient, gender: "U" } }],
])("a question about %s is written without an issue", async (_, change) => {
  const built = buildInquiry({ ...facts, ...change });
  if (built.is === "refused") throw new Error(built.faults.join());
  const written = write270(built.batch, [built.inquiry], envelope);
  if (!written.ok) throw new Error("refused");
  const issues = [];
  for await (const batch of validateTransactions(chunks(written.text), { profile: "strict" })) {
    issues.push(...batch);
  }
  expect(issues).toEqual([]);
});

test("the question in full", () => {
  const built = buildInquiry({ ...facts, relationship: "19", subscriber: spouse });
  if (built.is === "refused") throw new Error(built.faults.join());
  const written = write270(built.batch, [built.inquiry], envelope);
  const segments = written.ok ? written.text.replaceAll(/\s*\n/g, "").split("~").slice(2, -4) : [];
  expect(segments).toEqual([
    "ST*270*0001*005010X279A1",
    "BHT*0022*13*E1*20260803*0915",
    "HL*1**20*1",
    "NM1*PR*2*NORTHWAY*****PI*60054".replace("NORTHWAY", "Northway"),
    "HL*2*1*21*1",
    "NM1*1P*2*Riverside Family*****XX*1234567893",
    "HL*3*2*22*1",
    "NM1*IL*1*Ortiz*Ana****MI*W123456",
    "DMG*D8*19780201*F",
    "HL*4*3*23*0",
    "TRN*1*E1*9HEADWATER",
    "NM1*03*1*Ortiz*Lena",
    "DMG*D8*19800512*F",
    "INS*N*19",
    "DTP*291*D8*20260804",
    "EQ*30",
  ]);
});

test.each<[string, Partial<InquiryFacts>, string[]]>([
  [
    "the payer's identifier",
    { payer: { name: "X", identifier: undefined } },
    ["PAYER_WITHOUT_IDENTIFIER"],
  ],
  ["who asks", { receiver: undefined }, ["RECEIVER_MISSING"]],
  ["the member id", { memberId: " " }, ["MEMBER_ID_MISSING"]],
  ["the first name", { patient: { ...patient, firstName: undefined } }, ["NAME_MISSING"]],
  [
    "the date of birth",
    { patient: { ...patient, dateOfBirth: undefined } },
    ["DATE_OF_BIRTH_MISSING"],
  ],
  ["the subscriber", { relationship: "01" }, ["SUBSCRIBER_MISSING"]],
])("nothing is asked without %s", (_, change, faults) => {
  expect(buildInquiry({ ...facts, ...change })).toEqual({ is: "refused", faults });
});
