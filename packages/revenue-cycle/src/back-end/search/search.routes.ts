import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { holds } from "@headwater/platform/identity/permissions.ts";
import { z } from "zod";
import { findAnything } from "./find-anything.query.ts";
import { foundSchema } from "./found-answers.ts";

const find = practiceRoute({
  method: "GET",
  url: "/search",
  summary: "Patients, claims, payments and codes that a text may mean, a few of each",
  permission: "practice.read",
  audit: { action: "read", category: "search" },
  schema: { query: z.object({ text: z.string().max(100) }), response: foundSchema },
  handler: async ({ transaction, practice, query: { text }, audits }) => {
    const may = (permission: Parameters<typeof holds>[1]) => holds(practice.roles, permission);
    const seen = {
      patients: may("patient.read"),
      claims: may("claim.read"),
      payments: may("remittance.read"),
    };
    const found = await findAnything(transaction, { text, today: practice.today, seen });
    audits(
      "patient",
      found.patients.map(({ id }) => id),
    );
    audits(
      "claim",
      found.claims.map(({ id }) => id),
    );
    audits(
      "payment",
      found.payments.map(({ id }) => id),
    );
    return found;
  },
});

export const searchRoutes: RouteModule = { name: "search", routes: [find] };
