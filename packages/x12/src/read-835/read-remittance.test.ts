import { describe, expect, test } from "vitest";
import { interchangeText } from "../testing/interchange-text.ts";
import { eventsOf, issueCodesOf, readText } from "../testing/read-text.ts";
import { remittanceSegments } from "../testing/samples.ts";

const options = { functionalId: "HP", version: "005010X221A1" };

function readSet(segments: readonly string[]) {
  return readText(interchangeText([{ setId: "835", segments }], options));
}

function replaced(changes: Readonly<Record<string, string>>) {
  const segments = remittanceSegments.flatMap((segment) =>
    (changes[segment] ?? segment).split("~").filter((text) => text !== ""),
  );
  return readSet(segments);
}

describe("a remittance", () => {
  const events = readSet(remittanceSegments);

  test("comes as payment, claims and provider adjustments in the order of the file", () => {
    expect(events.map(({ type }) => type).slice(2, -2)).toEqual([
      "set-start",
      "remittance",
      "remittance-claim",
      "remittance-claim",
      "provider-adjustment",
      "set-end",
    ]);
    expect(eventsOf(events, "set-end")).toMatchObject([{ intact: true, errors: 0, warnings: 0 }]);
  });

  test("has its payment", () => {
    expect(eventsOf(events, "remittance")[0]?.remittance).toMatchObject({
      handlingCode: "I",
      paidCents: 9150,
      creditOrDebit: "C",
      paymentMethod: "ACH",
      effectiveOn: "2025-01-20",
      traceNumber: "TRACE1",
      originatingCompanyId: "1512345678",
      supplementalCode: "SUB",
      receiverId: "RECV",
      producedOn: "2025-01-19",
      payer: { entityCode: "PR", id: "NF01", address: { city: "CHICAGO" } },
      payee: { entityCode: "PE", idQualifier: "XX", references: [{ qualifier: "TJ" }] },
    });
  });

  test("has its claims and lines with exact ranges", () => {
    const text = interchangeText([{ setId: "835", segments: remittanceSegments }], options);
    const [first, second] = eventsOf(events, "remittance-claim").map(({ claim }) => claim);
    expect(first).toMatchObject({
      number: 1,
      patientControlNumber: "PCN1",
      statusCode: "1",
      chargedCents: 15_000,
      paidCents: 9000,
      patientResponsibilityCents: 1000,
      filingIndicator: "12",
      payerClaimControlNumber: "ICN1",
      facilityCode: "11",
      frequencyCode: "1",
      remarkCodes: ["N30"],
      parties: [{ entityCode: "QC", id: "M0001" }],
      receivedOn: "2025-01-10",
      serviceFrom: "2025-01-02",
      serviceThrough: "2025-01-03",
      lines: [
        {
          number: 1,
          chargedCents: 10_000,
          paidCents: 6000,
          paidQuantity: "1",
          lineItemControlNumber: "LINE1",
          adjustments: [
            { groupCode: "CO", reasonCode: "45", cents: 3000 },
            { groupCode: "PR", reasonCode: "2", cents: 1000 },
          ],
          remarkCodes: ["N211"],
          amounts: [{ qualifier: "B6", cents: 7000 }],
        },
        { number: 2, serviceFrom: "2025-01-03", serviceThrough: "2025-01-03" },
      ],
    });
    expect(second).toMatchObject({
      number: 2,
      patientResponsibilityCents: undefined,
      adjustments: [{ groupCode: "CO", reasonCode: "29", cents: 4000 }],
      lines: [],
      serviceFrom: undefined,
    });
    const range = first?.range ?? { byteFrom: 0, byteTo: 0 };
    expect(text.slice(range.byteFrom, range.byteTo)).toMatch(/^CLP\*PCN1.*CAS\*CO\*45\*20~$/);
    const line = first?.lines[0]?.range ?? { byteFrom: 0, byteTo: 0 };
    expect(text.slice(line.byteFrom, line.byteTo)).toMatch(/^SVC\*HC:99213.*LQ\*HE\*N211~$/);
  });

  test("has its provider adjustments with their sign", () => {
    expect(eventsOf(events, "provider-adjustment")[0]?.adjustment).toMatchObject({
      providerId: "1234567893",
      fiscalPeriodEnd: "2025-12-31",
      reasonCode: "L6",
      referenceId: "INT1",
      cents: -150,
    });
  });

  test("states dates of service where the claim does, else takes the span of its lines", () => {
    const stated = replaced({ "DTM*050*20250110": "DTM*232*20250101~DTM*233*20250105" });
    expect(eventsOf(stated, "remittance-claim")[0]?.claim).toMatchObject({
      serviceFrom: "2025-01-01",
      serviceThrough: "2025-01-05",
    });
    const half = replaced({ "DTM*050*20250110": "DTM*232*20250101" });
    expect(eventsOf(half, "remittance-claim")[0]?.claim.serviceThrough).toBe("2025-01-01");
    const period = replaced({ "DTM*472*20250102": "DTM*150*20250102~DTM*151*20250104" });
    expect(eventsOf(period, "remittance-claim")[0]?.claim.lines[0]).toMatchObject({
      serviceFrom: "2025-01-02",
      serviceThrough: "2025-01-04",
    });
  });

  test("keeps inpatient remarks, reject codes, quantities, changed procedures", () => {
    const changed = replaced({
      "MOA***N30": "MIA*0****N50***************N51~QTY*CA*3~REF*EA*MRN",
      "LQ*HE*N211": "LQ*RX*70~QTY*ZL*2~LQ*HE",
      "SVC*HC:36415*50*30**1": "SVC*HC:36415*50*30*0300**HC:36416:59*2",
      "NM1*QC*1*ALDER*ANNA****MI*M0001": "NM1*QC*1*ALDER~N3*STREET~PER*CX*X*TE*1",
    });
    const claim = eventsOf(changed, "remittance-claim")[0]?.claim;
    expect(claim).toMatchObject({
      remarkCodes: ["N50", "N51"],
      quantities: [{ qualifier: "CA", quantity: "3" }],
      references: [{ qualifier: "EA", id: "MRN" }],
    });
    expect(claim?.lines[0]).toMatchObject({ rejectCodes: ["70"], remarkCodes: [] });
    expect(claim?.lines[1]).toMatchObject({
      revenueCode: "0300",
      submittedProcedure: { code: "36416", modifiers: ["59"] },
      submittedQuantity: "2",
    });
  });
});

describe("issues of a remittance", () => {
  const bpr = remittanceSegments[0] ?? "";
  const plb = "PLB*1234567893*20251231*L6:INT1*-1.5";
  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    ["no BPR", { [bpr]: "" }, ["X12_SEGMENT_MISSING"]],
    ["no amount", { [bpr]: "BPR*I**C*ACH" }, ["X12_ELEMENT_MISSING", "X12_REMITTANCE_UNREADABLE"]],
    [
      "amount no number",
      { [bpr]: "BPR*I*1.2.3*C*ACH" },
      ["X12_AMOUNT", "X12_REMITTANCE_UNREADABLE"],
    ],
    ["no handling code", { [bpr]: "BPR**91.5*C*ACH" }, ["X12_ELEMENT_MISSING"]],
    ["effective date", { [bpr]: bpr.replace("20250120", "20250140") }, ["X12_DATE"]],
    ["no TRN", { "TRN*1*TRACE1*1512345678*SUB": "" }, ["X12_SEGMENT_MISSING"]],
    ["no trace number", { "TRN*1*TRACE1*1512345678*SUB": "TRN*1" }, ["X12_ELEMENT_MISSING"]],
    [
      "no payer",
      {
        "N1*PR*NORTHFIELD*XV*NF01": "",
        "N3*1 PLAZA": "",
        "N4*CHICAGO*IL*60606": "",
        "PER*BL*SERVICES*TE*3125550199": "",
      },
      ["X12_LOOP_MISSING"],
    ],
    ["CLP01", { "CLP*PCN2*4*40*0**12*ICN2": "CLP**4*40*0**12*ICN2" }, ["X12_ELEMENT_MISSING"]],
    ["CLP02", { "CLP*PCN2*4*40*0**12*ICN2": "CLP*PCN2**40*0**12*ICN2" }, ["X12_ELEMENT_MISSING"]],
    [
      "CLP03",
      { "CLP*PCN2*4*40*0**12*ICN2": "CLP*PCN2*4**0**12*ICN2" },
      ["X12_ELEMENT_MISSING", "X12_REMITTANCE_CLAIM_UNREADABLE"],
    ],
    [
      "CLP04",
      { "CLP*PCN2*4*40*0**12*ICN2": "CLP*PCN2*4*40*1E2**12*ICN2" },
      ["X12_AMOUNT", "X12_REMITTANCE_CLAIM_UNREADABLE"],
    ],
    ["SVC01", { "SVC*HC:36415*50*30**1": "SVC**50*30**1" }, ["X12_ELEMENT_MISSING"]],
    [
      "SVC02",
      { "SVC*HC:36415*50*30**1": "SVC*HC:36415**30**1" },
      ["X12_ELEMENT_MISSING", "X12_REMITTANCE_LINE_UNREADABLE"],
    ],
    [
      "SVC03",
      { "SVC*HC:36415*50*30**1": "SVC*HC:36415*50***1" },
      ["X12_ELEMENT_MISSING", "X12_REMITTANCE_LINE_UNREADABLE"],
    ],
    ["CAS amount", { "CAS*CO*29*40": "CAS*CO*29*forty" }, ["X12_AMOUNT"]],
    ["CAS reason", { "CAS*CO*29*40": "CAS*CO**40" }, ["X12_ADJUSTMENT_INCOMPLETE"]],
    ["PLB amount", { [plb]: "PLB*1*20251231*L6*x" }, ["X12_AMOUNT"]],
    ["PLB without amount", { [plb]: "PLB*1*20251231*L6" }, ["X12_ADJUSTMENT_INCOMPLETE"]],
    ["PLB without provider", { [plb]: "PLB**20251231*L6*1" }, ["X12_ELEMENT_MISSING"]],
    ["AMT", { "AMT*B6*70": "AMT*B6*7O" }, ["X12_AMOUNT"]],
    ["unknown segment", { "LQ*HE*N211": "ZZZ*1" }, ["X12_SEGMENT_UNEXPECTED"]],
    ["summaries are tolerated", { "LX*1": "LX*1~TS3*1*11*20251231*2*190~TS2*1" }, []],
    ["claims without LX are tolerated", { "LX*1": "" }, []],
    [
      "several adjustments of a provider",
      { [plb]: "PLB*1*20251231*WO:A*1**2*L6*-2.5" },
      ["X12_ADJUSTMENT_INCOMPLETE"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(issueCodesOf(replaced(changes))).toEqual(expected);
  });

  test("an empty set has no payment", () => {
    expect(issueCodesOf(readSet([]))).toEqual(["X12_SEGMENT_MISSING"]);
  });

  test("a claim with too many segments is cut", () => {
    const endless = Array.from({ length: 50_001 }, () => "REF*EA*X");
    const events = readSet([...remittanceSegments.slice(0, 12), ...endless]);
    expect(issueCodesOf(events)).toEqual(["X12_TOO_MANY_SEGMENTS"]);
  });
});
