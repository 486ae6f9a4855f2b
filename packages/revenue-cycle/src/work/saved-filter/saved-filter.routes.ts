import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { listFilters, removeFilter, saveFilter } from "./saved-filter.store.ts";
import { savedFilterDraftSchema, savedFilterSchema } from "./saved-filter-answers.ts";

const list = practiceRoute({
  method: "GET",
  url: "/saved-filters",
  summary: "The filters that the reader saved for a page",
  permission: "work.read",
  audit: { action: "read", category: "saved-filter" },
  schema: {
    query: z.object({ page: z.string().min(1).max(40) }),
    response: z.object({ rows: z.array(savedFilterSchema) }),
  },
  handler: async ({ transaction, query: { page } }) => ({
    rows: await listFilters(transaction, page),
  }),
});

const save = practiceRoute({
  method: "POST",
  url: "/saved-filters",
  summary: "Save a filter under a name; the same name is saved over",
  status: 201,
  permission: "work.read",
  audit: { action: "create", category: "saved-filter" },
  schema: { body: savedFilterDraftSchema, response: savedFilterSchema },
  handler: async ({ transaction, body, audits }) => {
    const saved = await saveFilter(transaction, body);
    audits("saved-filter", [saved.id]);
    return saved;
  },
});

const remove = practiceRoute({
  method: "DELETE",
  url: "/saved-filters/:filter",
  summary: "Remove a filter of one's own",
  permission: "work.read",
  audit: { action: "change", category: "saved-filter" },
  schema: { params: z.object({ filter: idQuery }), response: z.object({ id: z.int() }) },
  handler: async ({ transaction, params: { filter }, audits }) => {
    if (!(await removeFilter(transaction, filter))) throw problem("not_found");
    audits("saved-filter", [filter]);
    return { id: filter };
  },
});

export const savedFilterRoutes: RouteModule = {
  name: "saved filters",
  routes: [list, save, remove],
};
