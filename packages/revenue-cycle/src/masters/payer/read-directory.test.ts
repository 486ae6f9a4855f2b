import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { enrollmentTransactions } from "../enrollment/enrollment.ts";
import { readPayerDirectory } from "./read-directory.ts";

const shipped = readFileSync(
  new URL("../../../../../database/reference/payer-directory.csv", import.meta.url),
  "utf8",
);

describe("the directory of payers", () => {
  test("as shipped names a source for each row and each identifier once", () => {
    const rows = readPayerDirectory(shipped);
    expect(rows.length).toBeGreaterThan(50);
    expect(new Set(rows.map((row) => row.identifierKey)).size).toBe(rows.length);
    const transactions = new Set(rows.flatMap((row) => row.transactions));
    expect(enrollmentTransactions).toEqual(expect.arrayContaining([...transactions]));
    expect(rows[0]).toMatchObject({ identifier: "01112", filingIndicator: "MB" });
  });

  const header = "identifier,name,line_of_business,filing_indicator,transactions,source\n";
  test.each([
    ["no row", header, "NO_ROWS"],
    ["a line of business", `${header}1,A,life,,837P,x\n`, "line 2"],
    ["an indicator", `${header}1,A,other,09,837P,x\n`, "line 2"],
    ["no source", `${header}1,A,other,,837P,\n`, "line 2"],
    ["a cell too few", `${header}1,A,other,,837P\n`, "line 2"],
  ])("is refused for %s", (_name, text, message) => {
    expect(() => readPayerDirectory(text)).toThrow(message);
  });
});
