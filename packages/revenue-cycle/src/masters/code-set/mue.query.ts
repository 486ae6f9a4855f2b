import { sql } from "@headwater/platform/database/sql.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { type CodeSetAnswer, codeKey } from "./code-set.ts";
import { editionOn } from "./edition-in-force.store.ts";

/** Whose limits: practitioners, outpatient hospitals, suppliers of medical equipment. */
export type MueVariant = "practitioner" | "hospital" | "dme-supplier";

/** Most units of a code for one patient on one day, or on one line where the indicator is 1. */
export type MueInForce = {
  readonly code: string;
  readonly units: number;
  /** 1 line; 2 date of service, set by policy; 3 date of service, may be appealed. */
  readonly adjudicationIndicator: number;
  readonly rationale: string;
};

/** The medically unlikely edits of codes on a day, by the code as it was asked for. */
export async function muesOn(
  transaction: Transaction,
  question: {
    readonly codes: readonly string[];
    readonly on: string;
    readonly variant?: MueVariant;
  },
): Promise<Map<string, CodeSetAnswer<{ readonly limit: MueInForce }>>> {
  const { codes, on, variant = "practitioner" } = question;
  const edition = await editionOn(transaction, { codeSet: "ncci-mue", on, variant });
  if (edition === undefined) return new Map(codes.map((code) => [code, { is: "not-loaded" }]));
  const rows = await transaction.query<MueInForce>(sql`
    select code, units, adjudication_indicator as "adjudicationIndicator", rationale
    from mue_limits
    where code_set_file_id = ${edition.fileId} and code = any (${codes.map(codeKey)}::text[])`);
  const limits = new Map(rows.map((row) => [row.code, row]));
  return new Map(
    codes.map((code) => {
      const limit = limits.get(codeKey(code));
      return [code, limit ? { is: "found", edition, limit } : { is: "absent", edition }];
    }),
  );
}

/** The medically unlikely edit of one code on a day. */
export async function mue(
  transaction: Transaction,
  question: { readonly code: string; readonly on: string; readonly variant?: MueVariant },
): Promise<CodeSetAnswer<{ readonly limit: MueInForce }>> {
  const { code, ...rest } = question;
  const answers = await muesOn(transaction, { ...rest, codes: [code] });
  return answers.get(code) ?? { is: "not-loaded" };
}
