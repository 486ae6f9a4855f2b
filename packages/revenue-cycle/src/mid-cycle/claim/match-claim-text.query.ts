import { join, type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, beginsWith } from "../../masters/answer-columns.query.ts";
import { controlNumberKey, memberIdKey } from "../../masters/identifier-key.ts";
import { namesMeant } from "../../masters/patient/patient.ts";

/** One way in which a typed text may mean a claim: a condition on `claims` or on its patient. */
type Meaning = { readonly of: "claim" | "patient"; readonly condition: Sql };

/** How many claims are looked up before the list is read; past that they are many. */
const fewClaims = 1000;

/**
 * Whether the claim `c` is one that a typed text may mean: by number, patient, payer claim number, or,
 * where none of these is found, by member id. A few claims are named one by one. Many are not worth
 * collecting: the list then walks its order and keeps what fits, which fills its page soon because
 * much does.
 */
export async function matchesText(transaction: PracticeTransaction, text: string): Promise<Sql> {
  const { practiceId } = transaction;
  let meanings = meaningsOf(text);
  let ids = await claimsMeant(transaction, meanings);
  if (ids.length === 0) {
    // No index holds member ids: they are looked through only when nothing else was meant.
    meanings = memberMeant(text);
    ids = await claimsMeant(transaction, meanings);
  }
  if (ids.length <= fewClaims) return sql`c.claim_id = any (${ids}::bigint[])`;
  const fits = meanings.map(({ of, condition }) =>
    of === "claim"
      ? condition
      : sql`c.patient_id in (select p.patient_id from patients p
          where p.practice_id = ${practiceId} and ${condition})`,
  );
  return sql`(${join(fits, " or ")})`;
}

/** The claims that any of the meanings fits; of each at most one more than a few. */
async function claimsMeant(
  transaction: PracticeTransaction,
  meanings: readonly Meaning[],
): Promise<readonly number[]> {
  if (meanings.length === 0) return [];
  const branches = meanings.map((meaning) => claimsOf(transaction.practiceId, meaning));
  const found = await transaction.query<{ id: number }>(join(branches, " union all "));
  return [...new Set(found.map((row) => row.id))];
}

function memberMeant(text: string): Meaning[] {
  const member = memberIdKey(text);
  return member === undefined
    ? []
    : [{ of: "claim", condition: beginsWith(sql`c.member_id_key`, member) }];
}

function claimsOf(practiceId: number, { of, condition }: Meaning): Sql {
  const patients =
    of === "patient"
      ? sql`join patients p on p.practice_id = ${practiceId} and p.patient_id = c.patient_id`
      : sql``;
  return sql`(select c.claim_id as id from claims c ${patients}
    where c.practice_id = ${practiceId} and ${condition} limit ${fewClaims + 1})`;
}

function meaningsOf(text: string): Meaning[] {
  const number = controlNumberKey(text);
  const ofClaim = [
    beginsWith(sql`c.payer_claim_control_number`, text.toUpperCase()),
    ...(number === "" ? [] : [beginsWith(sql`c.control_number_key`, number)]),
  ];
  const ofPatient = namesMeant(text).map(([last, first]) =>
    allOf([
      beginsWith(sql`p.last_name_key`, last),
      ...(first === undefined ? [] : [beginsWith(sql`p.first_name_key`, first)]),
    ]),
  );
  return [
    ...ofClaim.map((condition) => ({ of: "claim" as const, condition })),
    ...ofPatient.map((condition) => ({ of: "patient" as const, condition })),
  ];
}
