import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { Mending } from "../../mid-cycle/claim/mend-content.ts";
import { type AllowedAction, allowedActions, type OpenDenial } from "./allowed-actions.ts";
import { appealLevels } from "./appeal-levels.ts";

/** The work item about the denials of a claim, as it stands. */
export type CaseWork = {
  readonly id: number;
  readonly role: string;
  readonly assignedTo: string | null;
  readonly due: string | null;
  readonly nextActionOn: string | null;
  readonly state: string;
  readonly revision: number;
};

export type OpenDenialRow = OpenDenial & {
  readonly id: number;
  readonly lineNumber: number;
};

/** The open denials of a claim with all that decides what may be done about them. */
export type StoredCase = {
  readonly claimId: number;
  readonly open: readonly OpenDenialRow[];
  readonly work: CaseWork | undefined;
  readonly mending:
    | {
        readonly claimId: number;
        readonly patientControlNumber: string;
        readonly purpose: Mending;
        readonly state: string;
      }
    | undefined;
  readonly filingIndicator: string | undefined;
  readonly lastStep: string | undefined;
  readonly deadline: string | undefined;
  readonly actions: readonly AllowedAction[];
};

type CaseHead = {
  readonly state: string;
  readonly kind: string;
  readonly filing_indicator: string | null;
  readonly frequency_code: string;
  readonly payer_claim_control_number: string | null;
  readonly mending: StoredCase["mending"] | null;
  readonly work: CaseWork | null;
  readonly last_step: string | null;
  readonly open: readonly (Omit<OpenDenialRow, "dueOn"> & { dueOn: string | null })[];
};

/** The claim of a denial. */
export async function claimOfDenial(
  transaction: PracticeTransaction,
  denialId: number,
): Promise<number | undefined> {
  const row = await transaction.maybeOne<{ claim_id: number }>(sql`
    select claim_id from denials
    where practice_id = ${transaction.practiceId} and denial_id = ${denialId}`);
  return row?.claim_id;
}

/** Loads what decides about the open denials of a claim; to change something it locks the claim. */
export async function loadCase(
  transaction: PracticeTransaction,
  claimId: number,
  purpose: "show" | "change",
): Promise<StoredCase | undefined> {
  const { practiceId } = transaction;
  const head = await transaction.maybeOne<CaseHead>(sql`
    select c.state, c.kind, c.filing_indicator, c.frequency_code, c.payer_claim_control_number,
      (select json_build_object('claimId', m.claim_id, 'patientControlNumber',
          m.patient_control_number, 'purpose', t.purpose, 'state', m.state)
        from claim_contents t
        join claims m on m.practice_id = t.practice_id and m.claim_id = t.claim_id
        where t.practice_id = c.practice_id and t.predecessor_claim_id = c.claim_id) as mending,
      (select json_build_object('id', w.work_item_id, 'role', w.role, 'assignedTo', w.assigned_to,
          'due', w.due_on, 'nextActionOn', w.next_action_on, 'state', w.state,
          'revision', w.revision)
        from work_items w
        where w.practice_id = c.practice_id and w.kind = 'denial'
          and w.need_key = 'claim:' || c.claim_id) as work,
      (select s.kind from denial_steps s
        where s.practice_id = c.practice_id and s.claim_id = c.claim_id and s.undone_at is null
        order by s.denial_step_id desc limit 1) as last_step,
      (select coalesce(json_agg(json_build_object('id', d.denial_id, 'lineNumber', d.line_number,
          'groupCode', d.group_code, 'reasonCode', d.reason_code, 'remarkCodes', d.remark_codes,
          'category', d.category, 'nextAction', d.next_action, 'cents', d.cents,
          'dueOn', d.due_on) order by d.denial_id), '[]')
        from denials d
        where d.practice_id = c.practice_id and d.claim_id = c.claim_id
          and d.state = 'open') as open
    from claims c
    where c.practice_id = ${practiceId} and c.claim_id = ${claimId}
    ${purpose === "change" ? sql`for update of c` : sql``}`);
  return head && caseOf(claimId, head);
}

function caseOf(claimId: number, head: CaseHead): StoredCase {
  const open = head.open.map((denial) => ({ ...denial, dueOn: denial.dueOn ?? undefined }));
  const filingIndicator = head.filing_indicator ?? undefined;
  const mending = head.mending ?? undefined;
  const lastStep = head.last_step ?? undefined;
  const actions = allowedActions({
    open,
    claim: {
      state: head.state,
      kind: head.kind,
      filingIndicator,
      frequencyCode: head.frequency_code,
      payerClaimControlNumber: head.payer_claim_control_number ?? undefined,
    },
    mending: mending?.purpose,
    lastStep,
  });
  return {
    ...{ claimId, open, work: head.work ?? undefined, mending, filingIndicator, lastStep, actions },
    deadline: open.flatMap(({ dueOn }) => dueOn ?? []).sort()[0],
  };
}

/** The levels that an appeal of the case may name. */
export function levelsOf({ filingIndicator }: StoredCase): string[] {
  return appealLevels(filingIndicator).map(({ level }) => level);
}
