import { readImportTable } from "../csv/read-import-table.ts";
import { isFilingIndicator, isLineOfBusiness, type LineOfBusiness } from "./filing-indicator.ts";
import { payerIdentifierKey } from "./payer.ts";

/** A row of the directory of payers as its file states it. */
export type ListedPayer = {
  readonly identifierKey: string;
  readonly identifier: string;
  readonly name: string;
  readonly lineOfBusiness: LineOfBusiness;
  readonly filingIndicator: string | undefined;
  readonly transactions: readonly string[];
  readonly source: string;
};

const columns = {
  required: ["identifier", "name", "line_of_business", "transactions", "source"],
  optional: ["filing_indicator"],
};

/** Reads the directory that the program brings; a row that is wrong is a fault of the program. */
export function readPayerDirectory(text: string): ListedPayer[] {
  const table = readImportTable(text, columns);
  if (table.is === "refused") throw new RangeError(`payer directory: ${table.code}`);
  return table.rows.map(({ row, cell, fault }) => {
    const lineOfBusiness = cell("line_of_business");
    const filingIndicator = cell("filing_indicator");
    const isWrong =
      fault !== undefined ||
      [cell("identifier"), cell("name"), cell("source")].includes("") ||
      (filingIndicator !== "" && !isFilingIndicator(filingIndicator));
    if (isWrong || !isLineOfBusiness(lineOfBusiness)) {
      throw new RangeError(`payer directory: line ${row}`);
    }
    return {
      identifierKey: payerIdentifierKey(cell("identifier")),
      identifier: cell("identifier"),
      name: cell("name"),
      lineOfBusiness,
      filingIndicator: filingIndicator === "" ? undefined : filingIndicator,
      transactions: cell("transactions").split(" "),
      source: cell("source"),
    };
  });
}
