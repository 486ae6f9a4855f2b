import { listRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { importProblems, importRoute } from "../import.routes.ts";
import { idQuery, optionalDate, searchQuery, totalQuery } from "../list-query.ts";
import { feeScheduleRowSchema } from "./fee-schedule-answers.ts";
import { feeScheduleColumns } from "./import-fee-schedule.ts";
import { listFeeSchedule, withMedicare } from "./list-fee-schedule.query.ts";
import { planFeeScheduleImport, writeFeeScheduleImport } from "./record-fee-schedule.command.ts";

const list = listRoute({
  url: "/fee-schedule",
  summary: "What payers allow by procedure, with what Medicare allows in a locality beside it",
  permission: "practice.read",
  query: z.object({
    payer: idQuery.optional(),
    code: searchQuery,
    on: optionalDate,
    /** Contractor and locality of Medicare, `13282-01`. */
    locality: z
      .string()
      .regex(/^\d{5}-\d{2}$/)
      .optional(),
    ...totalQuery,
  }),
  cursor: z.tuple([z.int(), z.string(), z.iso.date()]),
  row: feeScheduleRowSchema,
  category: "fee-schedule",
  auditId: (row) => `${row.payerId}:${row.procedureCode}:${row.effectiveFrom}`,
  fileName: "fee-schedule",
  columns: [
    { title: "Payer", kind: "text", value: (row) => row.payerName },
    { title: "Code", kind: "text", value: (row) => row.procedureCode },
    { title: "Allowed", kind: "cents", value: (row) => row.allowedCents },
    { title: "From", kind: "date", value: (row) => row.effectiveFrom },
    { title: "Through", kind: "date", value: (row) => row.effectiveTo },
    { title: "Medicare office", kind: "cents", value: (row) => row.medicareNonfacilityCents },
    { title: "Medicare facility", kind: "cents", value: (row) => row.medicareFacilityCents },
  ],
  page: async ({ transaction, query, practice }, page) => {
    const withTotal = query.total === "1";
    const found = await listFeeSchedule(transaction, query, { ...page, withTotal });
    const [contractor, number] = query.locality?.split("-") ?? [];
    const locality =
      contractor === undefined || number === undefined
        ? undefined
        : { contractor, locality: number };
    const place = { on: query.on ?? practice.today, locality };
    return { ...found, rows: await withMedicare(transaction, found.rows, place) };
  },
});

export const feeScheduleRoutes: RouteModule = {
  name: "fee-schedule",
  routes: [
    list,
    importRoute({
      url: "/fee-schedule/import",
      words: "fee schedules",
      category: "fee-schedule",
      permission: "masters.write",
      columns: feeScheduleColumns,
      plan: planFeeScheduleImport,
      write: writeFeeScheduleImport,
    }),
  ],
  problems: importProblems,
};
