import { listRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { listPayers } from "./list-payers.query.ts";
import { payerRowSchema } from "./payer-answers.ts";

const list = listRoute({
  url: "/payers",
  summary: "The payers that files of the practice name, by name",
  permission: "practice.read",
  cursor: z.tuple([z.string(), z.int()]),
  row: payerRowSchema,
  category: "payer",
  auditId: (row) => row.id,
  fileName: "payers",
  columns: [
    { title: "Identifier", kind: "text", value: (row) => row.key },
    { title: "Payer", kind: "text", value: (row) => row.name },
  ],
  page: ({ transaction }, page) => listPayers(transaction, page),
});

export const payerRoutes: RouteModule = { name: "payers", routes: [list] };
