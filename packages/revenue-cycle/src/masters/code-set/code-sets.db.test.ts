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
} from "@headwater/code-sets/official/testing/official-samples.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { withNoPractice } from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AskedEdition, LoadedCodeFile } from "./code-set-file.ts";
import { diagnosisNotes } from "./diagnosis-notes.query.ts";
import { findCodeFacts } from "./find-code-facts.query.ts";
import { codeOn, type WordedCodeSet } from "./find-codes.query.ts";
import { listCodeSetFiles, listCodeSets } from "./list-code-sets.query.ts";
import { loadCodeFile } from "./load-code-files.command.ts";
import { mue } from "./mue.query.ts";
import { ptpPair } from "./ptp-edits.query.ts";
import { relativeValue } from "./relative-value.query.ts";
import { searchCodes } from "./search-codes.query.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function sourceOf(name: string, content: string | Buffer) {
  const bytes = Buffer.from(content as string);
  return {
    name,
    byteLength: bytes.length,
    open: async function* () {
      // Small pieces: rows and characters are cut anywhere.
      for (let at = 0; at < bytes.length; at += 997) yield bytes.subarray(at, at + 997);
    },
  };
}

async function load(
  name: string,
  content: string | Buffer,
  asked: AskedEdition = {},
): Promise<LoadedCodeFile> {
  const context = { database, actor: "test", asked };
  const told: LoadedCodeFile[] = [];
  const file = { ...sourceOf(name, content), members: async () => undefined };
  for await (const one of loadCodeFile(context, file)) told.push(one);
  const [only] = told;
  if (only === undefined || told.length > 1) throw new Error("one file has one verdict");
  return only;
}

function ask<Answer>(question: (transaction: Transaction) => Promise<Answer>): Promise<Answer> {
  return withNoPractice(database, { actor: "test", readOnly: true }, question);
}

async function rowCounts(): Promise<number[]> {
  const tables = ["code_set_codes", "diagnosis_notes", "ptp_edits", "mue_limits"];
  const all = [...tables, "relative_values", "practice_cost_indices"];
  const counts = all.map((table) => database.owner.query(`select count(*) as n from ${table}`));
  return (await Promise.all(counts)).map((result) => Number(result.rows[0].n));
}

const standing = async (codeSet: WordedCodeSet, code: string, on: string) => {
  const answer = await ask((transaction) => codeOn(transaction, { codeSet, code, on }));
  return answer.is === "found" ? answer.code.standing : answer.is;
};

describe("diagnoses", () => {
  test("nothing is known before anything is loaded", async () => {
    expect(await standing("icd-10-cm", "E11.9", "2026-01-05")).toBe("not-loaded");
    const page = await ask((transaction) =>
      searchCodes(transaction, { typed: "diabetes", on: "2026-01-05" }, { limit: 5 }),
    );
    expect(page).toEqual({ rows: [], next: null });
  });

  test("a file is loaded whole, and again it changes nothing", async () => {
    const first = await load("icd10cm-order-2026.txt", icd10cmOrder(icd10cmCodes));
    expect(first).toMatchObject({ verdict: "read", edition: "FY2026", rows: 9 });
    const before = await rowCounts();
    const again = await load("another-name.txt", icd10cmOrder(icd10cmCodes));
    expect(again).toMatchObject({ verdict: "duplicate", codeSet: "icd-10-cm", edition: "FY2026" });
    expect(await rowCounts()).toEqual(before);
  });

  test("a later edition holds from its own first day", async () => {
    const changed = icd10cmCodes.filter(([code]) => code !== "E119");
    await load("icd10cm-order-2027.txt", icd10cmOrder(changed));
    expect(await standing("icd-10-cm", "e11.9", "2026-09-30")).toBe("valid");
    expect(await standing("icd-10-cm", "E119", "2026-10-01")).toBe("absent");
    expect(await standing("icd-10-cm", "E11", "2026-10-01")).toBe("heading");
    expect(await standing("icd-10-cm", "E119", "2027-10-01")).toBe("not-loaded");
    expect(await standing("icd-10-cm", "E119", "2025-09-30")).toBe("not-loaded");
  });

  test("a corrected file of an edition takes the place of the one before", async () => {
    const corrected = icd10cmCodes.map(
      ([code, billable, text]) => [code, billable, `${text} (corrected)`] as const,
    );
    const loaded = await load("icd10cm-order-2026.txt", icd10cmOrder(corrected));
    expect(loaded).toMatchObject({ verdict: "read", rows: 9 });
    const answer = await ask((transaction) =>
      codeOn(transaction, { codeSet: "icd-10-cm", code: "I10", on: "2026-01-01" }),
    );
    expect(answer.is).toBe("absent");
    const [codes] = await rowCounts();
    expect(codes).toBe(9 + 8);
    // The bytes that were corrected do not come back.
    const old = await load("icd10cm-order-2026.txt", icd10cmOrder(icd10cmCodes));
    expect(old.verdict).toBe("duplicate");
  });

  test("a wrong file leaves nothing but its refusal", async () => {
    const before = await rowCounts();
    const text = icd10cmOrder(icd10cmCodes).replace("00008 Z99 ", "00009 Z99 ");
    expect(await load("icd10cm-order-2028.txt", text)).toMatchObject({
      verdict: "refused",
      reasonCode: "CODE_FILE_WRONG_ORDER",
      line: 8,
      rows: 0,
    });
    expect(await rowCounts()).toEqual(before);
    const files = await ask((transaction) => listCodeSetFiles(transaction, {}, { limit: 1 }));
    expect(files.rows[0]).toMatchObject({ verdict: "refused", line: 8, rows: 0 });
  });

  test("a file that tells no edition is loaded once somebody says", async () => {
    const codes = icd10cmCodes.slice(0, 4).concat(icd10cmCodes.slice(-2));
    const text = icd10cmOrder(codes);
    expect(await load("codes.txt", text)).toMatchObject({
      verdict: "refused",
      reasonCode: "CODE_FILE_EDITION_UNKNOWN",
    });
    const asked = { effectiveFrom: "2019-10-01", effectiveTo: "2020-09-30", edition: "FY2020" };
    expect(await load("codes.txt", text, asked)).toMatchObject({
      verdict: "read",
      edition: "FY2020",
      effectiveTo: "2020-09-30",
    });
  });

  test("notes hold for everything below", async () => {
    await load("icd10cm-tabular-2026.xml", icd10cmTabular);
    const notes = async (code: string) => {
      const answer = await ask((transaction) =>
        diagnosisNotes(transaction, { code, on: "2026-01-05" }),
      );
      return answer.is === "found" ? answer.notes.map((note) => note.codeFrom) : answer.is;
    };
    expect(await notes("E11.3211")).toEqual(["E00", "E11", "E1132"]);
    expect(await notes("E11.32")).toEqual(["E00", "E11", "E1132"]);
    expect(await notes("E10.9")).toEqual(["E00"]);
    expect(await notes("A00.0")).toBe("absent");
  });
});

describe("search", () => {
  const found = async (typed: string, rest: { billableOnly?: boolean } = {}) => {
    const question = { typed, on: "2026-01-05", ...rest };
    const page = await ask((transaction) => searchCodes(transaction, question, { limit: 10 }));
    return page.rows.map((row) => row.code);
  };

  test.each([
    ["a code with its dot", "e11.9", ["E119"]],
    ["the beginning of a code", "E11", ["E11", "E119"]],
    ["words, the shorter text first", "diabetes", ["E11", "E119"]],
    ["a word in another form", "dependent", ["Z99", "Z9989"].reverse()],
    ["a word that stands alone", "type 2 diabetes", ["E11", "E119"]],
    ["the beginnings of words", "lo ba pa", ["M545", "M5450"]],
    ["nothing of it", "quantum", []],
    ["what is no text", "%_'\\", []],
  ])("%s", async (_, typed, codes) => {
    expect((await found(typed)).sort()).toEqual([...codes].sort());
  });

  test("leaves headings out when asked", async () => {
    expect(await found("E11", { billableOnly: true })).toEqual(["E119"]);
  });

  test("pages by key", async () => {
    const question = { typed: "diabetes", on: "2026-01-05" };
    const first = await ask((transaction) => searchCodes(transaction, question, { limit: 1 }));
    const after = first.next ?? undefined;
    const second = await ask((transaction) =>
      searchCodes(transaction, question, { limit: 1, after }),
    );
    expect([...first.rows, ...second.rows].map((row) => row.code)).toEqual(["E11", "E119"]);
    expect(second.next).toBeNull();
  });
});

describe("procedures", () => {
  test("HCPCS codes stand by their own days, CPT numbers are never absent", async () => {
    await load("HCPC2026_OCT_ANWEB.txt", hcpcsText(hcpcsRows));
    expect(await standing("hcpcs", "J1885", "2026-11-01")).toBe("valid");
    expect(await standing("hcpcs", "V5364", "2026-11-01")).toBe("ended");
    expect(await standing("hcpcs", "J9999", "2026-11-01")).toBe("absent");
    expect(await standing("hcpcs", "99213", "2026-11-01")).toBe("not-loaded");
    // Before the edition: what it has is known by its days, what it lacks may have existed.
    expect(await standing("hcpcs", "J1885", "2020-11-01")).toBe("valid");
    expect(await standing("hcpcs", "J1885", "1990-11-01")).toBe("not-yet");
    expect(await standing("hcpcs", "J9999", "2020-11-01")).toBe("not-loaded");
    expect(await standing("hcpcs", "J1885", "2027-01-01")).toBe("not-loaded");
  });

  test("an edit is found in any part; that there is none needs all of them", async () => {
    const part = (number: number, rows: string[][]) =>
      load(`ccipra-v323r0-f${number}.txt`, ptpText(rows));
    await part(1, [
      ["20610", "99213", "", "20200101", "*", "1", "Standards"],
      ["20610", "99214", "", "20200101", "20251231", "1", "Standards"],
      ["20610", "99215", "", "20200101", "20200101", "9", "Standards"],
    ]);
    const pair = async (column1: string, column2: string, on = "2026-11-01") => {
      const answer = await ask((transaction) => ptpPair(transaction, { column1, column2, on }));
      return answer.is === "found" ? answer.edit.modifierIndicator : answer.is;
    };
    expect(await pair("20610", "99213")).toBe(1);
    expect(await pair("99213", "36415")).toBe("not-loaded");
    for (const number of [2, 3, 4]) {
      await part(number, [[`3000${number}`, "99213", "", "20200101", "*", "0", "Misuse"]]);
    }
    expect(await pair("99213", "36415")).toBe("absent");
    expect(await pair("99213", "20610")).toBe("absent");
    expect(await pair("30003", "99213")).toBe(0);
    expect(await pair("20610", "99214", "2025-12-31")).toBe(1);
    expect(await pair("20610", "99214", "2026-01-01")).toBe("absent");
    expect(await pair("20610", "99215", "2020-01-01")).toBe("absent");
    expect(await pair("20610", "99213", "2027-01-01")).toBe("not-loaded");
  });

  test("the same pair from the same day twice is refused", async () => {
    const row = ["20610", "99213", "", "20200101", "*", "1", "x"];
    expect(await load("ccipra-v330r0-f1.txt", ptpText([row, row]))).toMatchObject({
      verdict: "refused",
      reasonCode: "CODE_FILE_DUPLICATE_CODE",
    });
  });

  test("units are limited on the days of the edition", async () => {
    const rows = ["99213,2,3 Date of Service Edit: Clinical,Data", "V5364,0,3 Date,Policy"];
    await load("MCR_MUE_PractitionerServices_Eff_10-01-2026.csv", mueText(rows));
    const limit = async (code: string, on: string) => {
      const answer = await ask((transaction) => mue(transaction, { code, on }));
      return answer.is === "found" ? answer.limit.units : answer.is;
    };
    expect(await limit("99213", "2026-11-01")).toBe(2);
    expect(await limit("99214", "2026-11-01")).toBe("absent");
    expect(await limit("99213", "2026-09-30")).toBe("not-loaded");
  });

  test("relative values become amounts in a locality, and words are nowhere", async () => {
    const rows = [
      relativeValueRow("99213", "", ["1.30", "1.33", "0.56", "0.10"]),
      relativeValueRow("V5364", "", ["0.00", "0.00", "0.00", "0.00"]),
    ];
    await load("PPRRVU2026_Jul_nonQPP.csv", relativeValueText(rows));
    await load("GPCI2026.csv", costIndexText(90));
    const locality = { contractor: "10112", locality: "00" };
    const value = async (on: string, place?: typeof locality) => {
      const question = { code: "99213", on, locality: place };
      return ask((transaction) => relativeValue(transaction, question));
    };
    // (1.30 + 1.33 × 0.875 + 0.10 × 0.566) × 33.4009
    expect(await value("2026-11-01", locality)).toMatchObject({
      is: "found",
      value: { nonfacilityCents: 8418, facilityCents: undefined, globalDays: "XXX" },
    });
    expect(await value("2026-11-01")).toMatchObject({ value: { nonfacilityCents: undefined } });
    expect(await value("2026-06-30")).toEqual({ is: "not-loaded" });
    const { rows: kept } = await database.owner.query(
      "select 1 from relative_values v where v::text like '%NOT-KEPT%' union all select 1 from code_set_files f where f::text like '%NOT-KEPT%'",
    );
    expect(kept).toEqual([]);
  });

  test("all that is loaded about a code is told with what is not", async () => {
    const facts = await ask((transaction) =>
      findCodeFacts(transaction, { code: "99213", on: "2026-11-01" }),
    );
    expect(facts).toMatchObject({
      standings: [{ codeSet: "hcpcs", answer: "not-loaded" }],
      mue: { answer: "found", units: 2 },
      relativeValues: { answer: "found", rows: [{ work: "1.30", amounts: null }] },
    });
  });
});

describe("what is loaded", () => {
  test("every set is told, for the day", async () => {
    await load("pos.csv", placeOfServiceText(60), { effectiveFrom: "2026-01-01" });
    const sets = await ask((transaction) => listCodeSets(transaction, "2026-11-01"));
    expect(sets.map(({ codeSet, state, edition }) => `${codeSet} ${state} ${edition}`)).toEqual([
      "icd-10-cm in-force FY2027",
      "icd-10-cm-tabular not-in-force FY2026",
      "hcpcs in-force 2026Q4",
      "ncci-ptp in-force 2026Q4",
      "ncci-mue in-force 2026Q4",
      "pfs-rvu in-force 2026C",
      "pfs-gpci in-force 2026",
      "nucc-taxonomy not-loaded null",
      "place-of-service in-force 2026-01-01",
    ]);
  });

  test("two loads of one file at once keep one", async () => {
    const text = placeOfServiceText(70);
    const asked = { effectiveFrom: "2026-02-01" };
    const both = await Promise.all([load("a.csv", text, asked), load("b.csv", text, asked)]);
    expect(both.map((one) => one.verdict).sort()).toEqual(["duplicate", "read"]);
  });

  test("Windows-1252 texts keep their characters", async () => {
    const text = placeOfServiceText(45).replace("Place 3,", "Patient\u2019s Home,");
    const bytes = Buffer.from(text, "latin1");
    bytes[bytes.indexOf(Buffer.from("Patient")) + "Patient".length] = 0x92;
    await load("w.csv", bytes, { effectiveFrom: "2026-03-01" });
    const question = { codeSet: "place-of-service", code: "04", on: "2026-04-01" } as const;
    const answer = await ask((transaction) => codeOn(transaction, question));
    expect(answer).toMatchObject({ code: { label: "Patient\u2019s Home" } });
  });
});

test("a workbook is refused with what to load instead", async () => {
  expect(await load("x.xlsx", "x")).toMatchObject({
    verdict: "refused",
    reasonCode: "CODE_FILE_WORKBOOK",
  });
});
