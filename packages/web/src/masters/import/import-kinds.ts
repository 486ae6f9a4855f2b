import { priceColumns } from "@headwater/revenue-cycle/masters/charge-master/import-prices.ts";
import { feeScheduleColumns } from "@headwater/revenue-cycle/masters/fee-schedule/import-fee-schedule.ts";
import { patientColumns } from "@headwater/revenue-cycle/masters/patient/import-patients.ts";
import { payerColumns } from "@headwater/revenue-cycle/masters/payer/import-payers.ts";

/** What can be taken in from a table: its columns, where it is sent, and the page it belongs to. */
export const importKinds = {
  prices: {
    path: "charge-items/import",
    page: "/p/$practice/prices",
    words: "takeIn.prices",
    columns: priceColumns,
  },
  payers: {
    path: "payers/import",
    page: "/p/$practice/payers",
    words: "takeIn.payers",
    columns: payerColumns,
  },
  patients: {
    path: "patients/import",
    page: "/p/$practice/patients",
    words: "patients.takeIn",
    columns: patientColumns,
  },
  "fee-schedule": {
    path: "fee-schedule/import",
    page: "/p/$practice/fee-schedules",
    words: "takeIn.feeSchedule",
    columns: feeScheduleColumns,
  },
} as const;

export type ImportKind = keyof typeof importKinds;

/** The kind that an address names; prices when it names none. */
export function importKindOf(what: string | undefined): ImportKind {
  return what !== undefined && Object.hasOwn(importKinds, what) ? (what as ImportKind) : "prices";
}
