import { listRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { totalQuery } from "../../masters/list-query.ts";
import { exceptionClasses, exceptionSchema } from "./exception-answers.ts";
import { listExceptions } from "./list-exceptions.query.ts";

const list = listRoute({
  url: "/exceptions",
  summary: "What keeps money from being posted, settled or explained, the most urgent first",
  permission: "remittance.read",
  query: z.object({ class: z.enum(exceptionClasses).optional(), ...totalQuery }),
  cursor: z.tuple([z.string().nullable(), z.int()]),
  row: exceptionSchema,
  category: "work-item",
  auditId: (row) => row.id,
  fileName: "exceptions",
  columns: [
    { title: "Due", kind: "date", value: (row) => row.due },
    { title: "What", kind: "text", value: (row) => row.exceptionClass },
    { title: "About", kind: "text", value: (row) => row.subject.label },
    { title: "Why", kind: "text", value: (row) => row.whyText },
    { title: "Amount", kind: "cents", value: (row) => row.cents },
    { title: "Age in days", kind: "number", value: (row) => row.ageDays },
    { title: "Assigned to", kind: "text", value: (row) => row.assignedTo },
  ],
  page: ({ transaction, practice, query }, page) =>
    listExceptions(transaction, query, {
      ...page,
      today: practice.today,
      withTotal: query.total === "1",
    }),
});

export const exceptionRoutes: RouteModule = { name: "exceptions", routes: [list] };
