import { expect, test } from "vitest";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { listRoute, ownTransactionRoute, practiceRoute, userRoute } from "./route.ts";

const claim = z.object({ id: z.string(), chargedCents: z.int() });

const showClaim = practiceRoute({
  method: "GET",
  url: "/claims/:claim",
  summary: "One claim",
  permission: "claim.read",
  audit: { action: "read", category: "claim" },
  schema: { params: z.object({ claim: z.string() }), response: claim },
  handler: async ({ params, practice, audits }) => {
    audits("claim", [params.claim]);
    return { id: params.claim, chargedCents: practice.practiceId };
  },
});

const listClaims = listRoute({
  url: "/claims",
  summary: "Claims",
  permission: "claim.read",
  query: z.object({ state: z.string().optional() }),
  cursor: z.tuple([z.string(), z.int()]),
  row: claim,
  category: "claim",
  auditId: (row) => row.id,
  fileName: "claims",
  columns: [{ title: "Charged", kind: "cents", value: (row) => row.chargedCents }],
  page: async ({ query }, { limit, after }) => ({
    rows: [{ id: `${query.state ?? ""}${after?.[0] ?? ""}`, chargedCents: limit }],
    next: ["a", 1],
  }),
});

test("a practice route stands under the practice and takes its id", () => {
  expect(showClaim.url).toBe("/api/practices/:practice/claims/:claim");
  expect(showClaim.access).toEqual({ kind: "practice", permission: "claim.read" });
  expect(Object.keys(showClaim.schema.params.shape)).toEqual(["practice", "claim"]);
});

test("a list route takes limit, after and format beside its own filters", () => {
  const query = listClaims.schema.query.parse({ limit: "5", state: "denied" });
  expect(query).toEqual({ limit: 5, state: "denied", format: "json" });
  expect(() => listClaims.schema.query.parse({ limit: "201" })).toThrow();
});

test("streams and sessions have their own forms", () => {
  const upload = ownTransactionRoute({
    method: "POST",
    url: "/files",
    summary: "Upload",
    permission: "file.import",
    audit: { action: "create", category: "file" },
    schema: { body: "stream", response: z.object({ bytes: z.number() }) },
    handler: async ({ body }) => ({ bytes: body.readableLength }),
  });
  expect(upload.transaction).toBe("own");
  const me = userRoute({
    method: "POST",
    url: "/api/me",
    summary: "Me",
    access: { authenticated: "only oneself" },
    schema: { body: z.object({ name: z.string() }), response: z.object({ name: z.string() }) },
    handler: async ({ body }) => ({ name: body.name }),
  });
  expect(me.access).toEqual({ kind: "authenticated", reason: "only oneself" });
});

test("a cursor reads back as it was, and nothing else is one", () => {
  const schema = z.tuple([z.string(), z.int()]);
  expect(decodeCursor(schema, encodeCursor(["2026-01-05", 7]))).toEqual(["2026-01-05", 7]);
  for (const text of ["", "x", encodeCursor(["a"]), encodeCursor([1, "a"])]) {
    expect(() => decodeCursor(schema, text)).toThrow("cursor_invalid");
  }
});
