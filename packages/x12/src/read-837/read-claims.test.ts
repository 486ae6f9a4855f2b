import { describe, expect, test } from "vitest";
import { interchangeText } from "../testing/interchange-text.ts";
import { eventsOf, issueCodesOf, readText } from "../testing/read-text.ts";
import { professionalSegments } from "../testing/samples.ts";

function readSet(segments: readonly string[], version = "005010X222A1") {
  return readText(interchangeText([{ setId: "837", segments }], { version }));
}

/** The sample set with segments replaced, by their text; "" takes one away. */
function sampleWith(changes: Readonly<Record<string, string>>): readonly string[] {
  return professionalSegments
    .flatMap((segment) => (changes[segment] ?? segment).split("~"))
    .filter((segment) => segment !== "");
}

function claimsOf(segments: readonly string[], version?: string) {
  return eventsOf(readSet(segments, version), "claim").map(({ claim }) => claim);
}

function replaced(changes: Readonly<Record<string, string>>) {
  return readSet(sampleWith(changes));
}

const levels = professionalSegments.slice(0, 17);

describe("a professional claim", () => {
  const events = readSet(professionalSegments);
  const [claim] = eventsOf(events, "claim").map((event) => event.claim);
  if (claim === undefined) throw new Error("a claim was expected");

  test("has no issues and stands between the events of its set", () => {
    expect(events.map(({ type }) => type)).toEqual([
      "interchange-start",
      "group-start",
      "set-start",
      "submission",
      "claim",
      "set-end",
      "group-end",
      "interchange-end",
    ]);
  });

  test("comes with its submission", () => {
    expect(eventsOf(events, "submission")[0]?.submission).toMatchObject({
      referenceId: "BATCH1",
      purpose: "00",
      createdOn: "2025-01-06",
      claimOrEncounter: "CH",
      submitter: {
        id: "RB01",
        contacts: [
          {
            functionCode: "IC",
            name: "OFFICE",
            numbers: [
              { qualifier: "TE", number: "3125550100" },
              { qualifier: "EM", number: "office@example.org" },
            ],
          },
        ],
      },
      receiver: { entityCode: "40", id: "NF01" },
    });
  });

  test("has its heading, references, dates and codes", () => {
    expect(claim).toMatchObject({
      kind: "837P",
      patientControlNumber: "PCN1",
      chargedCents: 15_000,
      facilityCode: "11",
      facilityCodeQualifier: "B",
      frequencyCode: "1",
      providerSignatureOnFile: "Y",
      assignment: "A",
      benefitsAssigned: "Y",
      releaseOfInformation: "Y",
      relatedCauses: ["AA"],
      accidentState: "IL",
      delayReason: "2",
      diagnoses: ["E119", "I10"],
      dates: [{ qualifier: "431", from: "2025-01-01", through: undefined }],
      serviceFrom: "2025-01-02",
      serviceThrough: "2025-01-03",
      originalPayerClaimControlNumber: "PAYER1",
      priorAuthorization: "AUTH1",
      referralNumber: undefined,
      amounts: [{ qualifier: "F5", cents: 1000 }],
      notes: [{ qualifier: "ADD", text: "NOTE TEXT" }],
    });
  });

  test("has the parties of its levels and of its own", () => {
    expect(claim.billingProvider).toMatchObject({
      id: "1234567893",
      taxonomy: "207Q00000X",
      address: { line1: "100 RIVER ST", line2: "SUITE 2", city: "CHICAGO", state: "IL" },
      references: [{ qualifier: "EI", id: "361234567" }],
    });
    expect(claim.patient).toMatchObject({ dateOfBirth: "1970-01-01", gender: "F", id: "M0001" });
    expect(claim.patient).toBe(claim.coverage.subscriber);
    expect(claim.patientRelationship).toBeUndefined();
    expect(claim.coverage).toMatchObject({
      sequence: "P",
      relationship: "18",
      groupNumber: "GRP1",
      groupName: "GROUP NAME",
      filingIndicator: "CI",
      payer: { id: "NF01" },
    });
    expect(claim.parties.map(({ entityCode, taxonomy }) => [entityCode, taxonomy])).toEqual([
      ["DN", undefined],
      ["82", "207R00000X"],
    ]);
  });

  test("has its other payer and what that decided", () => {
    expect(claim.otherCoverages).toMatchObject([
      {
        sequence: "S",
        relationship: "01",
        groupNumber: "GRP2",
        filingIndicator: "MB",
        adjustments: [
          { groupCode: "PR", reasonCode: "1", cents: 1000, quantity: undefined },
          { groupCode: "PR", reasonCode: "2", cents: 550 },
        ],
        amounts: [{ qualifier: "D", cents: 8450 }],
        benefitsAssigned: "Y",
        releaseOfInformation: "Y",
        subscriber: { id: "M0002" },
        payer: { id: "OP1" },
        adjudicatedOn: "2025-01-05",
      },
    ]);
  });

  test("has its lines", () => {
    expect(claim.lines).toMatchObject([
      {
        number: 1,
        procedure: { qualifier: "HC", code: "99213", modifiers: ["25"], description: undefined },
        chargedCents: 10_000,
        unitOfMeasure: "UN",
        quantity: "1",
        diagnosisPointers: [1, 2],
        emergency: true,
        serviceFrom: "2025-01-02",
        serviceThrough: "2025-01-02",
        lineItemControlNumber: "LINE1",
        drug: { ndc: "00002143380", quantity: "2.5", unit: "ML" },
        adjudications: [
          {
            payerId: "OP1",
            paidCents: 8450,
            quantity: "1",
            adjustments: [{ groupCode: "CO", reasonCode: "45", cents: 1550 }],
            adjudicatedOn: "2025-01-05",
          },
        ],
      },
      { number: 2, serviceFrom: "2025-01-02", serviceThrough: "2025-01-03", emergency: false },
    ]);
  });

  test("has the exact range of its segments", () => {
    const text = interchangeText([{ setId: "837", segments: professionalSegments }]);
    const { segmentFrom, segmentTo, byteFrom, byteTo } = claim.range;
    expect(text.slice(byteFrom, byteTo).startsWith("CLM*PCN1")).toBe(true);
    expect(text.slice(byteFrom, byteTo).endsWith("REF*6R*LINE2~")).toBe(true);
    expect(segmentFrom).toBe(21);
    expect(segmentTo).toBe(3 + professionalSegments.length);
  });
});

describe("levels", () => {
  const claim = (number: string) => [
    `CLM*${number}*10***11:B:1*Y*A*Y*Y`,
    "HI*ABK:I10",
    "LX*1",
    "SV1*HC:99213*10*UN*1***1",
    "DTP*472*D8*20250102",
  ];

  test("a dependent patient has a level and a relationship of his own", () => {
    const patient = ["HL*3*2*23*0", "PAT*19", "NM1*QC*1*ALDER*KIM", "DMG*D8*20150101*M"];
    const segments = [...levels, ...patient, ...claim("A"), "HL*4*1*22*0"];
    const next = ["SBR*P*18", "NM1*IL*1*DUNN*EVE****MI*M9", "NM1*PR*2*X*****PI*1", ...claim("B")];
    const [first, second] = claimsOf([...segments, ...next]);
    expect(first).toMatchObject({
      patientRelationship: "19",
      patient: { firstName: "KIM", dateOfBirth: "2015-01-01" },
      coverage: { relationship: "19", subscriber: { firstName: "ANNA" } },
    });
    expect(second).toMatchObject({
      patientControlNumber: "B",
      patientRelationship: undefined,
      patient: { lastNameOrOrganization: "DUNN" },
      billingProvider: { id: "1234567893" },
    });
  });

  test("claims of one level share its parties", () => {
    const [first, second] = claimsOf([...levels, ...claim("A"), ...claim("B")]);
    expect(first?.patient).toBe(second?.patient);
  });

  test("a new billing provider forgets the subscriber before it", () => {
    const segments = [...levels, "HL*3**20*1", "NM1*85*2*OTHER*****XX*1234567893", ...claim("A")];
    expect(issueCodesOf(readSet(segments))).toContain("X12_SEGMENT_UNEXPECTED");
  });
});

describe("institutional and dental claims", () => {
  test("institutional: type of bill, admission, discharge, revenue codes, value codes", () => {
    const [claim] = claimsOf(
      [
        ...levels,
        "CLM*I1*200***13:A:1*Y*A*Y*Y",
        "DTP*434*RD8*20250101-20250103",
        "DTP*435*DT*202501011330",
        "DTP*096*TM*1100",
        "CL1*1*1*01",
        "HI*ABK:E119:::::::Y",
        "HI*BE:A2:::15.31*BH:11:D8:20250101",
        "HI*BBR:0TTB4ZZ:RD8:20250101-20250102",
        "LX*1",
        "SV2*0300*HC:80053*200*UN*2**20.5",
        "DTP*472*D8*20250102",
      ],
      "005010X223A2",
    );
    expect(claim).toMatchObject({
      kind: "837I",
      facilityCode: "13",
      facilityCodeQualifier: "A",
      dischargeTime: "1100",
      serviceFrom: "2025-01-01",
      serviceThrough: "2025-01-03",
      dates: [{ qualifier: "434" }, { qualifier: "435", from: "2025-01-01", time: "1330" }],
      diagnoses: ["E119"],
      codes: [
        { qualifier: "ABK", presentOnAdmission: "Y" },
        { qualifier: "BE", code: "A2", cents: 1531 },
        { qualifier: "BH", date: "2025-01-01" },
        { qualifier: "BBR", date: "2025-01-01", through: "2025-01-02" },
      ],
      lines: [
        {
          revenueCode: "0300",
          procedure: { code: "80053" },
          chargedCents: 20_000,
          quantity: "2",
          nonCoveredCents: 2050,
        },
      ],
    });
  });

  test("dental: teeth, surfaces, predetermination", () => {
    const [claim] = claimsOf(
      [
        ...levels,
        "CLM*D1*80***11:B:1*Y*A*Y*Y**********PB",
        "DTP*472*D8*20250102",
        "LX*1",
        "SV3*AD:D2150*80****1",
        "TOO*JP*12*M:O",
        "TOO*JP*13",
      ],
      "005010X224A2",
    );
    expect(claim).toMatchObject({
      kind: "837D",
      isPredetermination: true,
      serviceFrom: "2025-01-02",
      lines: [
        {
          procedure: { qualifier: "AD", code: "D2150" },
          teeth: [
            { tooth: "12", surfaces: ["M", "O"] },
            { tooth: "13", surfaces: [] },
          ],
        },
      ],
    });
  });
});

describe("issues of a claim", () => {
  const clm = "CLM*PCN1*150***11:B:1*Y*A*Y*Y**AA:::IL*********2";
  const line = "SV1*HC:36415*50*UN*1***1";
  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      "no control number",
      { [clm]: clm.replace("PCN1", "") },
      ["X12_ELEMENT_MISSING", "X12_CLAIM_UNREADABLE"],
    ],
    [
      "no charge",
      { [clm]: clm.replace("*150*", "**") },
      ["X12_ELEMENT_MISSING", "X12_CLAIM_UNREADABLE"],
    ],
    [
      "charge in letters",
      { [clm]: clm.replace("*150*", "*1x*") },
      ["X12_AMOUNT", "X12_CLAIM_UNREADABLE"],
    ],
    [
      "three decimals",
      { [clm]: clm.replace("*150*", "*150.001*") },
      ["X12_AMOUNT_DECIMALS", "X12_CLAIM_UNREADABLE"],
    ],
    [
      "three decimals, zeros",
      { [clm]: clm.replace("*150*", "*150.000*") },
      ["X12_AMOUNT_DECIMALS"],
    ],
    [
      "too large",
      { [clm]: clm.replace("*150*", "*99999999999999999*") },
      ["X12_AMOUNT_TOO_LARGE", "X12_CLAIM_UNREADABLE"],
    ],
    ["sum of lines", { [clm]: clm.replace("*150*", "*151*") }, ["X12_CLAIM_CHARGE"]],
    ["no frequency", { [clm]: clm.replace("11:B:1", "11:B") }, ["X12_ELEMENT_MISSING"]],
    [
      "line without charge",
      { [line]: "SV1*HC:36415**UN*1***1" },
      ["X12_ELEMENT_MISSING", "X12_LINE_UNREADABLE"],
    ],
    ["line without procedure", { [line]: "SV1**50*UN*1***1" }, ["X12_ELEMENT_MISSING"]],
    ["line without date", { "DTP*472*RD8*20250102-20250103": "" }, ["X12_SEGMENT_MISSING"]],
    ["line number twice", { "LX*2": "LX*1" }, ["X12_LINE_NUMBER"]],
    ["line number no number", { "LX*2": "LX*b" }, ["X12_NUMBER"]],
    [
      "pointer to no diagnosis",
      { [line]: line.replace("***1", "***3") },
      ["X12_DIAGNOSIS_POINTER"],
    ],
    ["pointer no number", { [line]: line.replace("***1", "***1.0") }, ["X12_DIAGNOSIS_POINTER"]],
    ["pointer letters", { [line]: line.replace("***1", "***A") }, ["X12_QUANTITY"]],
    ["quantity", { [line]: line.replace("UN*1", "UN*one") }, ["X12_QUANTITY"]],
    ["date that is none", { "DTP*431*D8*20250101": "DTP*431*D8*20250132" }, ["X12_DATE"]],
    ["date with six digits", { "DTP*431*D8*20250101": "DTP*431*D6*250101" }, ["X12_DATE_FORMAT"]],
    [
      "range backwards",
      { "DTP*472*RD8*20250102-20250103": "DTP*472*RD8*20250103-20250102" },
      ["X12_DATE_ORDER"],
    ],
    [
      "range of three",
      { "DTP*472*RD8*20250102-20250103": "DTP*472*RD8*20250102-20250103-20250104" },
      ["X12_DATE"],
    ],
    ["range of one", { "DTP*431*D8*20250101": "DTP*431*RD8*20250101" }, ["X12_DATE"]],
    ["time that is none", { "DTP*431*D8*20250101": "DTP*435*DT*202501012560" }, ["X12_DATE"]],
    ["moment of no day", { "DTP*431*D8*20250101": "DTP*435*DT*202513012560" }, ["X12_DATE"]],
    ["date without value", { "DTP*431*D8*20250101": "DTP*431*D8" }, ["X12_ELEMENT_MISSING"]],
    ["birth date format", { "DMG*D8*19700101*F": "DMG*D6*700101*F" }, ["X12_DATE_FORMAT"]],
    [
      "provider id",
      { "NM1*DN*1*BROOKS*CARL****XX*1234567893": "NM1*DN*1*B*C****XX*1234567890" },
      ["X12_PROVIDER_ID"],
    ],
    ["adjustment without amount", { "CAS*CO*45*15.5": "CAS*CO*45" }, ["X12_ADJUSTMENT_INCOMPLETE"]],
    ["adjustment without anything", { "CAS*CO*45*15.5": "CAS*CO" }, ["X12_ADJUSTMENT_INCOMPLETE"]],
    ["decision without amount", { "SVD*OP1*84.5*HC:99213**1": "SVD*OP1" }, ["X12_ELEMENT_MISSING"]],
    ["wrong parent", { "HL*2*1*22*0": "HL*2*7*22*0" }, ["X12_HIERARCHY_PARENT"]],
    ["wrong number", { "HL*2*1*22*0": "HL*5*1*22*0" }, ["X12_HIERARCHY_NUMBER"]],
    [
      "no billing provider",
      { "NM1*85*2*RIVERBEND*****XX*1234567893": "" },
      [
        "X12_SEGMENT_UNEXPECTED",
        "X12_SEGMENT_UNEXPECTED",
        "X12_SEGMENT_UNEXPECTED",
        "X12_LOOP_MISSING",
      ],
    ],
    ["no payer", { "NM1*PR*2*NORTHFIELD*****PI*NF01": "" }, ["X12_LOOP_MISSING"]],
    ["no coverage", { "SBR*P*18*GRP1*GROUP NAME*****CI": "" }, ["X12_SEGMENT_MISSING"]],
    [
      "no payer order",
      { "SBR*P*18*GRP1*GROUP NAME*****CI": "SBR**18" },
      ["X12_ELEMENT_MISSING", "X12_SEGMENT_MISSING"],
    ],
    ["no BHT", { "BHT*0019*00*BATCH1*20250106*1200*CH": "" }, ["X12_SEGMENT_MISSING"]],
    ["segment of no guide", { "NTE*ADD*NOTE TEXT": "ZZZ*1" }, ["X12_SEGMENT_UNEXPECTED"]],
  ])("%s", (_, changes, expected) => {
    const events = replaced(changes);
    expect(issueCodesOf(events).filter((code) => !code.endsWith("_COUNT"))).toEqual(expected);
    for (const { issue } of eventsOf(events, "issue")) expect(issue.message).not.toMatch(/PCN1/);
  });

  test("a claim without lines", () => {
    expect(issueCodesOf(readSet([...levels, clm]))).toEqual(["X12_CLAIM_WITHOUT_LINES"]);
  });

  test("a decision that cannot be read does not lend its adjustments to another", () => {
    const second = "SVD*OP1*84.5*HC:99213**1~CAS*CO*45*15.5~SVD*OP2~CAS*CO*16*1";
    const events = replaced({ "SVD*OP1*84.5*HC:99213**1": second, "CAS*CO*45*15.5": "" });
    const [line] = eventsOf(events, "claim")[0]?.claim.lines ?? [];
    expect(line?.adjudications.map(({ adjustments }) => adjustments.length)).toEqual([1]);
  });

  test("remarks of another payer come from MOA and MIA", () => {
    const events = replaced({ "OI***Y***Y": "OI***Y***Y~MIA*0****N50~MOA***N51" });
    const [other] = eventsOf(events, "claim")[0]?.claim.otherCoverages ?? [];
    expect(other?.remarkCodes).toEqual(["N50", "N51"]);
  });

  test("two claims of one number", () => {
    const body = professionalSegments.slice(17);
    const codes = issueCodesOf(readSet([...professionalSegments, ...body]));
    expect(codes).toEqual(["X12_CLAIM_NUMBER_REUSED"]);
  });

  test("a claim with too many segments is cut, the next one is whole", () => {
    const endless = Array.from({ length: 60_000 }, () => "NTE*ADD*X");
    const body = professionalSegments.slice(17);
    const events = readSet([...levels, body[0] ?? "", ...endless, ...body]);
    expect(issueCodesOf(events)).toContain("X12_TOO_MANY_SEGMENTS");
    expect(eventsOf(events, "claim").at(-1)?.claim.lines).toHaveLength(2);
  });
});
