import type { FactName } from "../../work/edit/fact-catalogue.ts";

/** What a refusal asks to be put right in the claim: a fact, and the line it is about, 1-based. */
export type AskedFact = { readonly field: FactName; readonly at?: number };

type Refusal = {
  readonly reasonCode: string;
  readonly remarkCodes: readonly string[];
  /** Zero where the whole claim is refused. */
  readonly lineNumber: number;
};

/** Remark codes (external code list 411) that name a part of the claim. */
const byRemark: Readonly<Record<string, FactName>> = {
  M20: "line.procedureCode",
  M51: "line.procedureCode",
  M52: "line.serviceFrom",
  M53: "line.units",
  M59: "line.serviceThrough",
  M62: "authorization.number",
  M64: "diagnosis.code",
  M76: "diagnosis.code",
  M77: "line.placeOfService",
  M79: "line.chargedCents",
  M119: "line.ndc",
  MA61: "coverage.memberId",
  MA63: "diagnosis.code",
  MA120: "claim.cliaNumber",
  N54: "authorization.number",
  N56: "line.procedureCode",
  N256: "billingProvider.npi",
  N257: "billingProvider.npi",
  N285: "referringProvider.npi",
  N286: "referringProvider.npi",
  N290: "renderingProvider.npi",
  N293: "facility.npi",
  N382: "coverage.memberId",
  N519: "line.modifiers",
  N657: "line.procedureCode",
  N822: "line.modifiers",
  N823: "line.modifiers",
};

/** Adjustment reasons (external code list 139) that name a part of the claim. */
const byReason: Readonly<Record<string, FactName>> = {
  "4": "line.modifiers",
  "5": "line.placeOfService",
  "9": "diagnosis.code",
  "11": "line.diagnosisPointers",
  "15": "authorization.number",
  "29": "claim.filingDueOn",
  "31": "coverage.memberId",
  "97": "line.modifiers",
  "140": "coverage.memberId",
  "146": "diagnosis.code",
  "167": "diagnosis.code",
  "181": "line.procedureCode",
  "182": "line.modifiers",
  "183": "referringProvider.npi",
  "184": "referringProvider.npi",
  "185": "renderingProvider.npi",
  "197": "authorization.number",
  "198": "authorization.number",
  "206": "renderingProvider.npi",
  "207": "renderingProvider.npi",
  "208": "renderingProvider.npi",
  "236": "line.modifiers",
  "288": "referral.number",
  "296": "authorization.number",
};

/**
 * The part of the claim that a refusal is about, for whoever corrects it: by its remarks, which are
 * more exact than the reason, else by the reason, else the service that was refused. Undefined where a
 * whole claim is refused for no part of it.
 */
export function askedFact({ reasonCode, remarkCodes, lineNumber }: Refusal): AskedFact | undefined {
  const named = remarkCodes.map((code) => byRemark[code]).find((field) => field !== undefined);
  const field = named ?? byReason[reasonCode];
  if (field === undefined) {
    return lineNumber > 0 ? { field: "line.procedureCode", at: lineNumber } : undefined;
  }
  return field.startsWith("line.") ? { field, at: Math.max(1, lineNumber) } : { field };
}
