import type { Permission } from "@headwater/platform/identity/permissions.ts";

/**
 * Who may call an address: anybody; whoever is signed in; whoever holds the permission in the practice
 * of the address; or whoever holds it in any practice.
 */
export type MatrixRule = "public" | "authenticated" | Permission | `anywhere:${Permission}`;

/**
 * Every address of the server and who may call it, written down apart from the routes: a route that is
 * missing here, or says something else, fails the test that walks both.
 */
export const authorizationMatrix: Readonly<Record<string, MatrixRule>> = {
  "GET /": "public",
  "GET /*": "public",
  "GET /health/live": "public",
  "GET /health/ready": "public",
  "GET /metrics": "public",
  "GET /api/openapi.json": "public",

  "POST /api/session/local-token": "public",
  "POST /api/session": "public",
  "GET /api/session": "authenticated",
  "DELETE /api/session": "authenticated",
  "GET /api/sessions": "authenticated",
  "DELETE /api/sessions/:session": "authenticated",
  "POST /api/me/password": "authenticated",
  "POST /api/me/totp": "authenticated",
  "POST /api/me/totp/confirm": "authenticated",
  "POST /api/me/totp/remove": "authenticated",
  "GET /api/practices": "authenticated",
  "POST /api/practices": "anywhere:practice.create",

  "GET /api/practices/:practice": "practice.read",
  "PATCH /api/practices/:practice": "practice.manage",
  "GET /api/practices/:practice/users": "user.manage",
  "POST /api/practices/:practice/users": "user.manage",
  "PUT /api/practices/:practice/users/:user/roles": "user.manage",
  "POST /api/practices/:practice/users/:user/password": "user.manage",
  "GET /api/practices/:practice/api-tokens": "api-token.manage",
  "POST /api/practices/:practice/api-tokens": "api-token.manage",
  "DELETE /api/practices/:practice/api-tokens/:token": "api-token.manage",
  "GET /api/practices/:practice/audit": "audit.read",

  "POST /api/practices/:practice/imports": "file.import",
  "POST /api/practices/:practice/imports/:import/files": "file.import",
  "GET /api/practices/:practice/imports/:import": "file.read",
  "GET /api/practices/:practice/files": "file.read",
  "GET /api/practices/:practice/files/:file": "file.read",
  "GET /api/practices/:practice/files/:file/issues": "file.read",
  "GET /api/practices/:practice/files/:file/segments": "claim.read",
  "GET /api/practices/:practice/files/:file/outline": "claim.read",
  "GET /api/practices/:practice/files/:file/find": "claim.read",
  "GET /api/practices/:practice/files/:file/content": "file.read",

  "GET /api/practices/:practice/claims": "claim.read",
  "GET /api/practices/:practice/claims/:claim": "claim.read",
  "GET /api/practices/:practice/claims/:claim/timeline": "claim.read",
  "GET /api/practices/:practice/claims/:claim/transfers": "claim.read",
  "GET /api/practices/:practice/claims/:claim/notes": "claim.read",
  "POST /api/practices/:practice/claims/:claim/notes": "claim.annotate",

  "GET /api/practices/:practice/remittances": "remittance.read",
  "GET /api/practices/:practice/remittances/:remittance": "remittance.read",
  "GET /api/practices/:practice/remittances/:remittance/claims": "remittance.read",
  "GET /api/practices/:practice/remittances/:remittance/claims/:number/suggestions":
    "remittance.write",
  "PUT /api/practices/:practice/remittances/:remittance/claims/:number/match": "remittance.write",
  "DELETE /api/practices/:practice/remittances/:remittance/claims/:number/match":
    "remittance.write",
  "PUT /api/practices/:practice/remittances/:remittance/release": "remittance.write",
  "GET /api/practices/:practice/deposits": "remittance.read",
  "GET /api/practices/:practice/deposits/:deposit/suggestions": "remittance.read",
  "PUT /api/practices/:practice/deposits/:deposit/match": "remittance.write",
  "DELETE /api/practices/:practice/deposits/:deposit/match": "remittance.write",

  "GET /api/practices/:practice/report": "report.read",
  "GET /api/practices/:practice/report/measures": "report.read",
  "GET /api/practices/:practice/report/rows": "claim.read",
  "GET /api/practices/:practice/work": "work.read",
  "GET /api/practices/:practice/work/:workItem": "work.read",
  "PATCH /api/practices/:practice/work/:workItem": "work.write",
  "GET /api/practices/:practice/patients": "patient.read",
  "POST /api/practices/:practice/patients": "patient.write",
  "POST /api/practices/:practice/patients/duplicates": "patient.write",
  "GET /api/practices/:practice/patients/:patient": "patient.read",
  "PUT /api/practices/:practice/patients/:patient": "patient.write",
  "GET /api/practices/:practice/guarantors": "patient.read",
  "GET /api/practices/:practice/guarantors/:guarantor": "patient.read",
  "PUT /api/practices/:practice/guarantors/:guarantor": "patient.write",
  "GET /api/practices/:practice/payers": "practice.read",
  "GET /api/practices/:practice/providers": "practice.read",
  "POST /api/practices/:practice/providers": "provider.write",
  "GET /api/practices/:practice/providers/:provider": "practice.read",
  "PUT /api/practices/:practice/providers/:provider": "provider.write",
  "GET /api/practices/:practice/code-sets": "practice.read",
  "GET /api/practices/:practice/code-sets/files": "practice.read",
  "POST /api/practices/:practice/code-sets/files": "code-set.load",
  "GET /api/practices/:practice/code-sets/codes": "practice.read",
  "GET /api/practices/:practice/code-sets/codes/:code": "practice.read",
  "GET /api/practices/:practice/code-sets/pairs": "practice.read",
  "GET /api/practices/:practice/code-sets/localities": "practice.read",
  "GET /api/practices/:practice/ledger/accounts": "ledger.read",
  "GET /api/practices/:practice/ledger/accounts/:kind/transfers": "ledger.read",
};
