import type { ImportTable, ImportTableRow } from "../csv/read-import-table.ts";
import {
  changedColumns,
  type ImportPlan,
  type ImportReason,
  planImport,
} from "../import-preview.ts";
import { masterFaults } from "../master-faults.ts";
import { claimRoutes, type PayerDraft, payerFaultsOf, tidyPayer } from "./decide-payer.ts";
import { isLineOfBusiness } from "./filing-indicator.ts";
import { payerIdentifierKey } from "./payer.ts";
import type { PayerAnswer } from "./payer-answers.ts";

export const payerColumns = {
  required: ["identifier", "name"],
  optional: [
    "line_of_business",
    "filing_indicator",
    "claim_route",
    "connection_name",
    "address_line1",
    "address_line2",
    "city",
    "state",
    "postal_code",
    "phone",
  ],
} as const;

const columnOf: Readonly<Record<keyof PayerDraft, string>> = {
  identifier: "identifier",
  name: "name",
  lineOfBusiness: "line_of_business",
  filingIndicator: "filing_indicator",
  claimRoute: "claim_route",
  connectionName: "connection_name",
  addressLine1: "address_line1",
  addressLine2: "address_line2",
  city: "city",
  state: "state",
  postalCode: "postal_code",
  phone: "phone",
};
const fields = Object.keys(columnOf) as (keyof PayerDraft)[];

/** Decides on the rows of a list of payers: a payer is known by its identifier. */
export function planPayers(
  table: ImportTable,
  known: readonly PayerAnswer[],
): ImportPlan<PayerDraft, PayerAnswer> {
  const byKey = new Map(known.map((payer) => [payer.key, payer]));
  const knownOf = (draft: PayerDraft) => byKey.get(payerIdentifierKey(draft.identifier));
  return planImport<PayerDraft, PayerAnswer>(table, {
    read: (row) =>
      readPayer(table.columns, row, byKey.get(payerIdentifierKey(row.cell("identifier")))),
    keyOf: (draft) => payerIdentifierKey(draft.identifier),
    knownOf,
    changesOf: (draft, payer) =>
      changedColumns(
        fields
          .filter((field) => field !== "identifier")
          .map((field) => [columnOf[field], payer[field] ?? "", draft[field]] as const),
      ),
  });
}

/** Columns that the file does not have stay as they are on file. */
function readPayer(
  columns: readonly string[],
  row: ImportTableRow,
  known: PayerAnswer | undefined,
): PayerDraft | readonly ImportReason[] {
  const cell = (field: keyof PayerDraft) =>
    columns.includes(columnOf[field]) ? row.cell(columnOf[field]) : (known?.[field] ?? "");
  const line = cell("lineOfBusiness").toLowerCase().replaceAll(" ", "-");
  const route = cell("claimRoute") === "" ? "electronic" : cell("claimRoute").toLowerCase();
  const claimRoute = claimRoutes.find((one) => one === route);
  const draft = tidyPayer({
    identifier: cell("identifier"),
    name: cell("name"),
    lineOfBusiness: isLineOfBusiness(line) ? line : "",
    filingIndicator: cell("filingIndicator"),
    claimRoute: claimRoute ?? "electronic",
    connectionName: cell("connectionName"),
    addressLine1: cell("addressLine1"),
    addressLine2: cell("addressLine2"),
    city: cell("city"),
    state: cell("state"),
    postalCode: cell("postalCode"),
    phone: cell("phone"),
  });
  const reasons = [
    ...(draft.identifier === "" ? [reasonOf("identifier", "IDENTIFIER_MISSING")] : []),
    ...payerFaultsOf(draft).map(({ field, code }) => reasonOf(columnOf[field], code)),
    ...(line === "" || isLineOfBusiness(line)
      ? []
      : [reasonOf("line_of_business", "LINE_OF_BUSINESS_UNKNOWN")]),
    ...(claimRoute === undefined ? [reasonOf("claim_route", "CLAIM_ROUTE_UNKNOWN")] : []),
  ];
  return reasons.length > 0 ? reasons : draft;
}

function reasonOf(column: string, code: keyof typeof masterFaults): ImportReason {
  return { column, code, reason: masterFaults[code] };
}
