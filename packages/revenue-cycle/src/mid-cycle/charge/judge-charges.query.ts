import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { memberIdKey } from "../../masters/identifier-key.ts";
import { lookUpCodes } from "../../work/edit/code-lookup.query.ts";
import { factsAskedBy } from "../../work/edit/condition-facts.ts";
import { loadEdits } from "../../work/edit/edit.store.ts";
import type { Edit, EditAnswer } from "../../work/edit/edit.ts";
import { codeQuestions, evaluateEdits } from "../../work/edit/evaluate-edits.ts";
import { factOf } from "../../work/edit/fact-catalogue.ts";
import { nothingLookedUp } from "../background/background.ts";
import { loadBackgrounds } from "../background/load-background.query.ts";
import { loadClaimSources } from "../claim/claim-sources.store.ts";
import { pricesOf } from "../encounter/encounter.store.ts";
import { chargeFacts, serviceOfEncounter } from "./charge-facts.ts";

/**
 * What the edits find about an encounter as it is saved: those of the charge, and those of the claim
 * whose lines and diagnoses are typed here, so that they are put right where they are made. Writes
 * nothing. `today` is the practice's business date.
 */
export async function judgeCharges(
  transaction: PracticeTransaction,
  encounterId: number,
  today: string,
): Promise<EditAnswer> {
  const [loaded] = await loadClaimSources(transaction, [encounterId]);
  if (loaded === undefined) return { findings: [], notEvaluable: [] };
  const { sources, payerId } = loaded;
  const memberKey = memberIdKey(sources.coverages[0]?.memberId);
  const service = serviceOfEncounter(encounterId, { ...loaded, memberIdKey: memberKey });
  const backgrounds = await loadBackgrounds(transaction, [service]);
  const facts = chargeFacts({
    sources,
    payerId,
    background: backgrounds.get(encounterId) ?? nothingLookedUp,
    isNoteSigned: await isNoteSigned(transaction, encounterId),
    prices: await pricesOf(
      transaction,
      sources.encounter.lines.map(({ procedureCode }) => procedureCode),
    ),
  });
  const ofClaim = await loadEdits(transaction, "claim");
  const edits = [...(await loadEdits(transaction, "charge")), ...ofClaim.filter(isAboutCoding)];
  const codes = await lookUpCodes(transaction, codeQuestions(edits, facts, today));
  return evaluateEdits(edits, { ...facts, codes }, today);
}

/** An edit of the claim about each line or diagnosis, all of whose facts a charge has. */
function isAboutCoding(edit: Edit): boolean {
  return (
    edit.each !== undefined &&
    factsAskedBy(edit.condition).every((name) => {
      const { stages, derived } = factOf(name);
      return derived === true || stages.includes("charge");
    })
  );
}

async function isNoteSigned(
  transaction: PracticeTransaction,
  encounterId: number,
): Promise<boolean> {
  const row = await transaction.maybeOne<{ signed: boolean | null }>(sql`
    select (documentation ->> 'noteSigned')::boolean as signed from encounters
    where practice_id = ${transaction.practiceId} and encounter_id = ${encounterId}`);
  return row?.signed === true;
}
