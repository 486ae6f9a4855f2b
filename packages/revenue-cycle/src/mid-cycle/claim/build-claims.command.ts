import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { loadAccounts } from "../../books/account/account.store.ts";
import { closedMonths, holdBooksBeside } from "../../books/period/period.store.ts";
import { postCharges } from "../../books/receivable/post-charges.command.ts";
import { addPayees } from "../../masters/provider/provider.store.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { heldSubjects } from "../../work/hold/hold.store.ts";
import { buildClaim } from "./build-claim.ts";
import { insertUnsentClaims, type UnsentClaim } from "./claim-content.store.ts";
import { sentClaimOf } from "./claim-content.ts";
import { claimFaults, isClean } from "./claim-faults.ts";
import { type LoadedSources, loadClaimSources } from "./claim-sources.store.ts";
import { controlNumberOf, controlNumberRoot } from "./control-number.ts";
import { judgeClaims } from "./judge-claims.command.ts";
import type { MissingField } from "./missing-fields.ts";
import { chargesByLine } from "./read-claim.ts";

/** What became of the encounters whose claims were asked for. */
export type BuiltClaims = {
  readonly built: readonly {
    readonly encounterId: number;
    readonly claimId: number;
    readonly patientControlNumber: string;
    readonly state: "draft" | "held" | "ready";
  }[];
  /** Encounters whose claims lack something, each field by its path. */
  readonly incomplete: readonly {
    readonly encounterId: number;
    readonly missing: readonly MissingField[];
  }[];
  /** Encounters whose charges an edit or a person holds. */
  readonly held: readonly number[];
  /** Not there, charged already, or without charge. */
  readonly notOpen: readonly number[];
};

/**
 * Makes the claims of open encounters: number, content, lines, and the charges in the books, once and
 * only once. A claim that passes strict validation and the edits is ready to be sent, one that an edit
 * stops is held, another is a draft. Charges that are held, and what lacks a field, are left as they are
 * and told. `today` is the practice's business date.
 */
export async function buildClaims(
  transaction: PracticeTransaction,
  encounterIds: readonly number[],
  today: string,
): Promise<BuiltClaims> {
  const open = await lockOpen(transaction, encounterIds);
  const held = await heldSubjects(transaction, "encounter", open);
  const free = open.filter((id) => !held.has(id));
  const loaded = await loadClaimSources(transaction, free);
  const { claims, incomplete } = await makeClaims(transaction, loaded, today);
  await holdBooksBeside(transaction);
  await insertUnsentClaims(transaction, claims);
  await postBuilt(transaction, claims);
  await markCharged(transaction, claims);
  const clean = claims.filter(({ state }) => state === "ready");
  const stopped = await judgeClaims(transaction, clean, today);
  const notOpen = encounterIds.filter((id) => !open.includes(id));
  return {
    built: claims.map(({ encounterId, claimId, content, state }) => ({
      encounterId,
      claimId,
      patientControlNumber: content.patientControlNumber,
      state: stopped.has(claimId) ? "held" : state,
    })),
    incomplete,
    held: [...held],
    notOpen,
  };
}

async function lockOpen(
  transaction: PracticeTransaction,
  encounterIds: readonly number[],
): Promise<number[]> {
  const rows = await transaction.query<{ id: number }>(sql`
    select encounter_id as id from encounters
    where practice_id = ${transaction.practiceId} and state = 'open'
      and encounter_id = any (${[...encounterIds]}::bigint[])
    order by encounter_id for update`);
  return rows.map((row) => row.id);
}

type MadeClaim = UnsentClaim & {
  readonly encounterId: number;
  readonly state: "draft" | "ready";
};

async function makeClaims(
  transaction: PracticeTransaction,
  loaded: readonly LoadedSources[],
  today: string,
): Promise<{ claims: MadeClaim[]; incomplete: BuiltClaims["incomplete"] }> {
  const ids = await transaction.reserveIds("claims", "claim_id", loaded.length);
  const made: Omit<MadeClaim, "state">[] = [];
  const incomplete: { encounterId: number; missing: readonly MissingField[] }[] = [];
  loaded.forEach(({ encounterId, patientId, payerId, sources }, index) => {
    const claimId = ids[index] ?? 0;
    const number = controlNumberOf({ root: controlNumberRoot(claimId), version: 1 });
    const result = buildClaim(sources, number);
    if (result.is === "incomplete") incomplete.push({ encounterId, missing: result.missing });
    else if (payerId !== undefined) {
      const content = result.claim;
      const predecessorId = undefined;
      const purpose = "original";
      made.push({ claimId, content, payerId, patientId, encounterId, predecessorId, purpose });
    }
  });
  const faults = claimFaults(
    made.map(({ content }) => content),
    today,
  );
  const claims = made.map(
    (claim, index): MadeClaim => ({
      ...claim,
      state: isClean(faults[index] ?? []) ? "ready" : "draft",
    }),
  );
  return { claims, incomplete };
}

async function postBuilt(
  transaction: PracticeTransaction,
  claims: readonly MadeClaim[],
): Promise<void> {
  if (claims.length === 0) return;
  const books = {
    accounts: await loadAccounts(transaction),
    closedMonths: await closedMonths(transaction),
  };
  const charges = claims.map(({ claimId, content }) => {
    const claim = sentClaimOf(content);
    return { claimId, claim };
  });
  await postCharges(
    transaction,
    books,
    charges.map(({ claimId, claim }) => ({
      claimId,
      on: claim.serviceFrom ?? "",
      lines: chargesByLine(claim).map(({ lineNumber, cents }) => ({
        lineNumber,
        chargedCents: cents,
      })),
    })),
  );
  const payees = new Map(
    charges.flatMap(({ claim }) => claim.payees).map((payee) => [payee.identifier, payee]),
  );
  await addPayees(transaction, [...payees.values()]);
}

async function markCharged(
  transaction: PracticeTransaction,
  claims: readonly MadeClaim[],
): Promise<void> {
  await transaction.execute(sql`
    update encounters set state = 'charged', revision = revision + 1
    where practice_id = ${transaction.practiceId}
      and encounter_id = any (${claims.map((claim) => claim.encounterId)}::bigint[])`);
  await appendEvents(
    transaction,
    claims.map(({ claimId, encounterId, content, state }) => ({
      kind: "claim-built",
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: { encounterId, cents: content.chargedCents, state },
      effectiveOn: content.serviceFrom,
    })),
  );
}
