import type { ClaimAnswer, ClaimCents, ClaimRow } from "./claim-answers.ts";

/** A claim as the command line prints it; names and shapes are its contract. */
export type ClaimRecord = {
  readonly patientControlNumber: string;
  readonly version: number;
  readonly state: string;
  readonly payer: string;
  readonly cents: ClaimCents;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly lineItemControlNumber: string | null;
    readonly procedureCode: string | null;
    readonly cents: ClaimCents;
  }[];
  readonly denials: readonly {
    readonly groupCode: string;
    readonly reasonCode: string;
    readonly remarkCodes: readonly string[];
    readonly cents: number;
    readonly category: string;
    readonly stage: string;
    readonly process: string;
    readonly state: string;
  }[];
  /** Patient control numbers of the claim that this one replaces, and of the one that replaces it. */
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly next: readonly {
    readonly kind: string;
    readonly why: string;
    readonly due: string | null;
    readonly role: string;
    readonly actions: readonly string[];
  }[];
};

/** What a later answer took back or replaced no longer stands. */
const standing: ReadonlySet<string> = new Set(["open", "closed"]);

/** Makes the record of a claim from its page; of its denials those that stand. */
export function claimRecord(claim: ClaimAnswer): ClaimRecord {
  const { patientControlNumber, version, state, payer, cents } = claim;
  return {
    patientControlNumber,
    version,
    state,
    payer,
    cents,
    lines: claim.lines.map((line) => ({
      lineNumber: line.lineNumber,
      lineItemControlNumber: line.lineItemControlNumber,
      procedureCode: line.procedureCode,
      cents: line.cents,
    })),
    denials: claim.denials
      .filter(({ state }) => standing.has(state))
      .map((denial) => ({
        groupCode: denial.groupCode,
        reasonCode: denial.reasonCode,
        remarkCodes: denial.remarkCodes,
        cents: denial.cents,
        category: denial.category,
        stage: denial.stage,
        process: denial.process,
        state: denial.state,
      })),
    replaces: claim.replaces?.patientControlNumber ?? null,
    replacedBy: claim.replacedBy?.patientControlNumber ?? null,
    next: claim.next.map(({ kind, whyText, due, role, actions }) => ({
      kind,
      why: whyText,
      due,
      role,
      actions,
    })),
  };
}

/** A line of `claim list`: the header without patient and internal ids. */
export type ClaimHeaderRecord = Omit<ClaimRow, "id" | "payerId" | "patientName">;

/** Makes the header of a claim from a row of the list. */
export function claimHeaderRecord(row: ClaimRow): ClaimHeaderRecord {
  const { id: _id, payerId: _payerId, patientName: _patientName, ...header } = row;
  return header;
}
