import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";
import { findSmallBalances, writeOffSmallBalances } from "./write-off-small-balances.command.ts";

const rows = z.object({
  rows: z.array(
    z.object({
      claimId: z.int(),
      patientControlNumber: z.string(),
      patientName: z.string(),
      serviceFrom: dateSchema.nullable(),
      cents: centsSchema,
    }),
  ),
});

const preview = practiceRoute({
  method: "GET",
  url: "/patient-write-offs/small-balances",
  summary: "What patients owe of claims up to an amount, as it could be written off at once",
  permission: "patient-account.write",
  audit: { action: "read", category: "claim" },
  schema: {
    query: z.object({ mostCents: z.coerce.number().int().min(1).max(1_000_000) }),
    response: rows,
  },
  handler: async ({ transaction, practice, query: { mostCents }, audits }) => {
    const found = await findSmallBalances(transaction, mostCents, practice);
    audits(
      "claim",
      found.map(({ claimId }) => claimId),
    );
    return { rows: found };
  },
});

const writeOff = practiceRoute({
  method: "POST",
  url: "/patient-write-offs/small-balances",
  summary: "Write off the small balances that were chosen, as far as they are still as small",
  permission: "patient-account.write",
  audit: { action: "create", category: "patient-write-off" },
  schema: {
    body: z.strictObject({
      mostCents: z.int().min(1).max(1_000_000),
      claims: z.array(z.int().positive()).min(1).max(200),
      reason: z.string().trim().min(1).max(500),
    }),
    response: rows,
  },
  handler: async ({ transaction, practice, body, audits }) => {
    const written = await writeOffSmallBalances(transaction, body, practice);
    audits(
      "claim",
      written.map(({ claimId }) => claimId),
    );
    return { rows: written };
  },
});

export const smallBalanceRoutes: RouteModule = {
  name: "small-balances",
  routes: [preview, writeOff],
};
