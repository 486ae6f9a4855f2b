import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodeFileFault, CodeFileReader, CodeFileTable } from "./code-file.ts";
import { openCodeFile, recognizedFrom } from "./open-code-file.ts";
import {
  costIndexText,
  hcpcsRows,
  hcpcsText,
  icd10cmCodes,
  icd10cmOrder,
  icd10cmTabular,
  mueText,
  placeOfServiceText,
  ptpText,
  relativeValueRow,
  relativeValueText,
  taxonomyText,
} from "./testing/official-samples.ts";

function read(name: string, text: string, pieces: readonly string[] = [text]) {
  const reader = openCodeFile(name, text.slice(0, recognizedFrom)) as CodeFileReader<CodeFileTable>;
  const rows = pieces.flatMap((piece) => reader.push(piece));
  const end = reader.end();
  return { table: reader.table, rows: [...rows, ...end.rows], edition: end.edition };
}

function refusal(name: string, text: string): string {
  try {
    read(name, text);
    return "none";
  } catch (error) {
    const { code, line, column } = error as CodeFileFault;
    return [code, line, column].filter((part) => part !== undefined).join(" ");
  }
}

const order = icd10cmOrder(icd10cmCodes);
const hcpcs = hcpcsText(hcpcsRows);
const ptp = ptpText([
  ["0001A", "99213", "", "20220101", "20231231", "1", "Coding instruction"],
  ["0001U", "0030U", "*", "19960101", "*", "0", "Misuse"],
]);
const mue = mueText([
  '99213,2,3 Date of Service Edit: Clinical,"Nature, of service"',
  "V5364,0,3 Date of Service Edit: Clinical,CMS Policy",
]);
const values = [
  relativeValueRow("99213", "", ["1.30", "1.33", "0.56", "0.10"]),
  relativeValueRow("V5364", "", ["0.00", "0.00", "0.00", "0.00"]),
];

describe("the edition that a file tells", () => {
  it.each([
    ["icd10cm-order-2026.txt", order, "icd-10-cm", "FY2026", "2025-10-01", "2026-09-30"],
    ["icd10cm_order_2027.txt", order, "icd-10-cm", "FY2027", "2026-10-01", "2027-09-30"],
    ["icd10cm-order-April-2025.txt", order, "icd-10-cm", "FY2025 Apr", "2025-04-01", "2025-09-30"],
    ["icd10cm-order-Jan-2021.txt", order, "icd-10-cm", "FY2021 Jan", "2021-01-01", "2021-09-30"],
    ["codes.txt", order, "icd-10-cm", undefined, undefined, undefined],
    [
      "icd10cm-tabular_-2027.xml",
      icd10cmTabular,
      "icd-10-cm-tabular",
      "FY2026",
      "2025-10-01",
      "2026-09-30",
    ],
    ["HCPC2026_OCT_ANWEB_09232026.txt", hcpcs, "hcpcs", "2026Q4", "2026-10-01", "2026-12-31"],
    ["HCPC2019_CONTR_ANWEB.txt", hcpcs, "hcpcs", "2019", "2019-01-01", "2019-12-31"],
    ["ccipra-v322r0-f1.txt", ptp, "ncci-ptp", "2026Q3", "2026-07-01", "2026-09-30"],
    ["ccioph-v323r0-f2.TXT", ptp, "ncci-ptp", "2026Q4", "2026-10-01", "2026-12-31"],
    [
      "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv",
      mue,
      "ncci-mue",
      "2026Q3",
      "2026-07-01",
      "2026-09-30",
    ],
    [
      "PPRRVU2026_Jul_nonQPP.csv",
      relativeValueText(values),
      "pfs-rvu",
      "2026C",
      "2026-07-01",
      "2026-12-31",
    ],
    ["GPCI2026.csv", costIndexText(95), "pfs-gpci", "2026", "2026-01-01", "2026-12-31"],
    ["nucc_taxonomy_261.csv", taxonomyText(800), "nucc-taxonomy", "26.1", "2026-10-01", undefined],
    ["pos.csv", placeOfServiceText(99), "place-of-service", undefined, undefined, undefined],
  ] as const)("%s", (name, text, codeSet, edition, effectiveFrom, effectiveTo) => {
    expect(read(name, text).edition).toMatchObject({
      codeSet,
      edition,
      effectiveFrom,
      effectiveTo,
    });
  });

  it.each([
    ["ccipra-v322r0-f3.txt", ptp, "practitioner", 3],
    ["ccioph-v322r0-f2.txt", ptp, "hospital", 2],
    ["mue.csv", mue, "practitioner", 1],
    ["PPRRVU2026_Jul_QPP.csv", relativeValueText(values), "qualifying", 1],
    ["PPRRVU2026_Jul_nonQPP.csv", relativeValueText(values), "", 1],
  ] as const)("%s is of a variant and part", (name, text, variant, part) => {
    expect(read(name, text).edition).toMatchObject({ variant, part });
  });
});

describe("the rows of a file", () => {
  it("are codes with and without billing, their words untouched", () => {
    const { rows } = read("icd10cm-order-2026.txt", order);
    expect(rows).toHaveLength(icd10cmCodes.length);
    expect(rows[1]).toMatchObject({
      code: "A000",
      isBillable: true,
      label: "Cholera due to Vibrio cholerae 01, biovar cholerae",
    });
    expect(rows[6]).toMatchObject({ code: "QA0", isBillable: false });
  });

  it("are HCPCS codes with joined texts and days of their own", () => {
    const { rows } = read("HCPC2026_OCT_ANWEB.txt", hcpcs);
    expect(rows).toMatchObject([
      { code: "AA" },
      {
        code: "A0428",
        label: "Ambulance service, basic life support, non-emergency transport",
        effectiveFrom: "2002-01-01",
        facts: { coverage: "C", action: "N" },
      },
      { code: "J1885", effectiveFrom: "1993-01-01", effectiveTo: undefined },
      { code: "V5364", effectiveTo: "2026-10-31" },
    ]);
  });

  it("are the same from the workbook saved as CSV", () => {
    const table = [
      "HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,PRICE1,COV,ADD DT,ACT EFF DT,TERM DT,ACTION CD",
      '   AA,0010,7,"Anesthesia, personally",Anesth,,D,19840101,20010101,,N',
      "A0428,0010,3,Ambulance,Amb,,C,20020101,20020101,,N",
      "A0428,0020,4,by road,,,,,,,",
      "V5364,0010,3,Screening,Scr,,C,20020101,20020101,20261231,N",
    ].join("\r\n");
    const { rows } = read("HCPC2026_OCT_ANWEB.csv", table);
    expect(rows).toMatchObject([
      { code: "AA", label: "Anesthesia, personally" },
      { code: "A0428", label: "Ambulance by road" },
      { code: "V5364", effectiveTo: "2026-12-31" },
    ]);
  });

  it("are edits with their days", () => {
    expect(read("ccipra-v322r0-f1.txt", ptp).rows).toEqual([
      {
        column1: "0001A",
        column2: "99213",
        effectiveFrom: "2022-01-01",
        effectiveTo: "2023-12-31",
        modifierIndicator: 1,
        rationale: "Coding instruction",
      },
      {
        column1: "0001U",
        column2: "0030U",
        effectiveFrom: "1996-01-01",
        effectiveTo: undefined,
        modifierIndicator: 0,
        rationale: "Misuse",
      },
    ]);
  });

  it("are limits of units", () => {
    expect(read("mue.csv", mue).rows[0]).toEqual({
      code: "99213",
      units: 2,
      adjudicationIndicator: 3,
      rationale: "Nature, of service",
    });
  });

  it.each([31, 32] as const)("are relative values without words, from %i columns", (count) => {
    const { rows } = read("PPRRVU.csv", relativeValueText(values, count));
    expect(rows[0]).toMatchObject({
      code: "99213",
      work: "1.30",
      nonfacilityPracticeExpense: "1.33",
      facilityPracticeExpense: "0.56",
      malpractice: "0.10",
      conversionFactor: "33.4009",
      globalDays: "XXX",
      isNonfacilityNotApplicable: false,
      isFacilityNotApplicable: true,
    });
    expect(JSON.stringify(rows)).not.toContain("NOT-KEPT");
  });

  it("are cost indices with localities of two digits", () => {
    const { rows } = read("GPCI2026.csv", costIndexText(90));
    expect(rows).toHaveLength(90);
    expect(rows[0]).toMatchObject({ locality: "00", name: "PLACE 0", work: "1.000" });
  });

  it("are notes at their code, block or chapter", () => {
    expect(read("icd10cm-tabular-2026.xml", icd10cmTabular).rows).toEqual([
      {
        position: 1,
        kind: "excludes-1",
        codeFrom: "E00",
        codeThrough: "E89",
        character: undefined,
        text: "transitory disorders of the newborn (P70-P74)",
      },
      {
        position: 2,
        kind: "excludes-1",
        codeFrom: "E11",
        codeThrough: "E11",
        character: undefined,
        text: "type 1 diabetes mellitus (E10.-)",
      },
      {
        position: 3,
        kind: "seventh-character",
        codeFrom: "E1132",
        codeThrough: "E1132",
        character: "1",
        text: "right eye",
      },
    ]);
  });

  it("are places of service, unassigned ones not for use", () => {
    const { rows } = read("pos.csv", placeOfServiceText(60));
    expect(rows[10]).toMatchObject({ code: "11", label: "Office", isBillable: true });
    expect(rows[5]).toMatchObject({ code: "06", isBillable: false });
  });
});

const cut = (text: string, lines: number) =>
  text
    .split(/(?<=\n)/)
    .slice(0, lines)
    .join("");

describe("a wrong file is refused with its line", () => {
  it.each([
    ["anything else", "letter.txt", "Dear all,\r\n", "CODE_FILE_UNKNOWN"],
    ["nothing", "empty.txt", "", "CODE_FILE_UNKNOWN"],
    [
      "ICD-10-PCS",
      "icd10pcs_order_2026.txt",
      `00001 001     0 ${"x".padEnd(60)} x\r\n`,
      "CODE_FILE_UNKNOWN",
    ],
    [
      "a list of changes",
      "icd10cm-order-addenda-2026.txt",
      "Add:       A0000 x\r\n",
      "CODE_FILE_CHANGE_LIST",
    ],
    ["a row cut short", "o.txt", `${cut(order, 3)}00004 E119    1 Type 2`, "CODE_FILE_WRONG_ROW 4"],
    [
      "a row left out",
      "o.txt",
      order.replace(/^00004.*\r\n/m, ""),
      "CODE_FILE_WRONG_ORDER 4 order",
    ],
    ["a file cut at a line", "o.txt", cut(order, 4), "CODE_FILE_TRUNCATED 4"],
    [
      "HCPCS cut at a line",
      "HCPC2026.txt",
      hcpcsText(hcpcsRows.slice(0, 4)),
      "CODE_FILE_TRUNCATED 6",
    ],
    [
      "a continuation of another code",
      "HCPC2026.txt",
      hcpcsText([...hcpcsRows, { code: "A0428", record: "4", text: "more" }]),
      "CODE_FILE_WRONG_ORDER 8 code",
    ],
    [
      "a code twice",
      "HCPC2026.txt",
      hcpcsText([...hcpcsRows, { code: "A0428", record: "3", text: "again" }]),
      "CODE_FILE_DUPLICATE_CODE 8 code",
    ],
    [
      "a day that is none",
      "HCPC2026.txt",
      hcpcsText([{ code: "A0428", record: "3", text: "x", added: "20260231" }, ...hcpcsRows]),
      "CODE_FILE_WRONG_VALUE 3 add date",
    ],
    [
      "an edit without its rationale",
      "p.txt",
      ptpText([["0001A", "99213", "", "20220101", "*", "1"]]),
      "CODE_FILE_WRONG_ROW 7",
    ],
    [
      "an indicator that is none",
      "p.txt",
      ptpText([["0001A", "99213", "", "20220101", "*", "5", "x"]]),
      "CODE_FILE_WRONG_ROW 7",
    ],
    [
      "an edit of no day",
      "p.txt",
      ptpText([["0001A", "99213", "", "2022", "*", "1", "x"]]),
      "CODE_FILE_WRONG_VALUE 7 effective date",
    ],
    ["edits without rows", "p.txt", ptpText([]), "CODE_FILE_TRUNCATED 6"],
    [
      "units that are no number",
      "mue.csv",
      mueText(["99213,two,3 Date,x"]),
      "CODE_FILE_WRONG_VALUE 6 MUE value",
    ],
    ["limits cut at a line", "mue.csv", mueText(["99213,2,3 Date,x"]), "CODE_FILE_TRUNCATED 6"],
    ["an open quote", "mue.csv", `${mue}"99214,2`, "CODE_FILE_QUOTE_OPEN 8"],
    [
      "relative values without a column",
      "PPRRVU.csv",
      relativeValueText(values).replace("GLOB", "OTHER"),
      "CODE_FILE_WRONG_HEADER 7 globalDays",
    ],
    [
      "a relative value that is no number",
      "PPRRVU.csv",
      relativeValueText([relativeValueRow("99213", "", ["1.3O", "1", "1", "1"])]),
      "CODE_FILE_WRONG_VALUE 8 work",
    ],
    [
      "relative values cut at a line",
      "PPRRVU.csv",
      relativeValueText(values.slice(0, 1)),
      "CODE_FILE_TRUNCATED 8",
    ],
    ["few localities", "GPCI2026.csv", costIndexText(60), "CODE_FILE_TRUNCATED 63"],
    ["few taxonomies", "nucc.csv", taxonomyText(700), "CODE_FILE_TRUNCATED 1400"],
    ["a tabular list cut short", "t.xml", icd10cmTabular.slice(0, 700), "CODE_FILE_TRUNCATED 17"],
    [
      "tags that do not match",
      "t.xml",
      icd10cmTabular.replace("</excludes1>", "</excludes2>"),
      "CODE_FILE_WRONG_ROW 8",
    ],
  ])("%s", (_, name, text, expected) => {
    expect(refusal(name, text)).toBe(expected);
  });
});

describe("where a file is cut into pieces does not matter", () => {
  it.each([
    ["icd10cm-order-2026.txt", order],
    ["icd10cm-tabular-2026.xml", icd10cmTabular],
    ["HCPC2026_OCT_ANWEB.txt", hcpcs],
    ["ccipra-v322r0-f1.txt", ptp],
    ["mue.csv", mue],
    ["PPRRVU2026_Jul_nonQPP.csv", relativeValueText(values)],
    ["GPCI2026.csv", costIndexText(90)],
    ["pos.csv", placeOfServiceText(60)],
  ])("%s", (name, text) => {
    const whole = read(name, text);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const pieces = places.slice(1).map((to, at) => text.slice(places[at], to));
        expect(read(name, text, pieces)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});
