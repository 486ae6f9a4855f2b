import { listRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { optionalDate, searchQuery, totalQuery } from "../list-query.ts";
import { recordRoutes } from "../record.routes.ts";
import { facilityDraftSchema, facilitySchema } from "./facility-answers.ts";
import { findFacility, listFacilities } from "./list-facilities.query.ts";
import { addFacility, changeFacility } from "./record-facility.command.ts";

const list = listRoute({
  url: "/facilities",
  summary: "The facilities of the practice by name",
  permission: "practice.read",
  query: z.object({ search: searchQuery, on: optionalDate, ...totalQuery }),
  cursor: z.tuple([z.string(), z.int()]),
  row: facilitySchema,
  category: "facility",
  auditId: (row) => row.id,
  fileName: "facilities",
  columns: [
    { title: "Name", kind: "text", value: (row) => row.name },
    { title: "NPI", kind: "text", value: (row) => row.npi },
    { title: "Place of service", kind: "text", value: (row) => row.placeOfService },
    { title: "CLIA number", kind: "text", value: (row) => row.cliaNumber },
    { title: "Street", kind: "text", value: (row) => row.addressLine1 },
    { title: "City", kind: "text", value: (row) => row.city },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "ZIP code", kind: "text", value: (row) => row.postalCode },
    { title: "From", kind: "date", value: (row) => row.effectiveFrom },
    { title: "Through", kind: "date", value: (row) => row.effectiveTo },
  ],
  page: ({ transaction, query }, page) =>
    listFacilities(transaction, query, { ...page, withTotal: query.total === "1" }),
});

export const facilityRoutes: RouteModule = {
  name: "facilities",
  routes: [
    list,
    ...recordRoutes({
      url: "/facilities",
      category: "facility",
      words: "a facility",
      permission: "masters.write",
      draft: facilityDraftSchema,
      answer: facilitySchema,
      invalid: "facility_invalid",
      find: findFacility,
      add: addFacility,
      change: changeFacility,
    }),
  ],
  problems: {
    facility_taken: { status: 409, title: "A facility of the practice has this name already" },
    facility_invalid: { status: 422, title: "The facility is not described rightly" },
  },
};
