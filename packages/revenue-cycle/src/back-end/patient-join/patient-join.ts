/** Tables whose rows stand for one patient, with their own key. What is not here is found through these. */
export const joinedTables = [
  { table: "coverages", key: "coverage_id" },
  { table: "appointments", key: "appointment_id" },
  { table: "authorizations", key: "authorization_id" },
  { table: "eligibility_checks", key: "check_id" },
  { table: "encounters", key: "encounter_id" },
  { table: "claims", key: "claim_id" },
  { table: "patient_payments", key: "patient_payment_id" },
  { table: "statements", key: "statement_id" },
  { table: "account_holds", key: "account_hold_id" },
  { table: "attachments", key: "attachment_id" },
] as const;
export type JoinedTable = (typeof joinedTables)[number]["table"];

/** How many rows of a patient would go over, or went. */
export type JoinCounts = Readonly<Record<JoinedTable, number>>;

/** A patient as it is asked whether he may be joined. */
export type JoinSide = {
  readonly patientId: number;
  readonly revision: number;
  readonly mergedInto: number | null;
};

export type JoinRefusal =
  | "not_found"
  | "revision_changed"
  /** A patient is not joined into himself. */
  | "patients_are_one"
  /** One of the two was joined before. */
  | "patient_joined";

/** Whether `joined` may go over into `kept`, as they were seen. */
export function joinRefusal(
  sides: { readonly kept: JoinSide | undefined; readonly joined: JoinSide | undefined },
  seen: { readonly keptRevision: number; readonly joinedRevision: number },
): JoinRefusal | undefined {
  const { kept, joined } = sides;
  if (kept === undefined || joined === undefined) return "not_found";
  if (kept.patientId === joined.patientId) return "patients_are_one";
  if (kept.mergedInto !== null || joined.mergedInto !== null) return "patient_joined";
  const isSeen = kept.revision === seen.keptRevision && joined.revision === seen.joinedRevision;
  return isSeen ? undefined : "revision_changed";
}

/** A coverage as it is asked whether it stands beside those of the patient who stays. */
export type JoinedCoverage = {
  readonly coverageId: number;
  readonly payerId: number;
  readonly memberIdKey: string;
  readonly rank: number;
};

export type CoveragePlan = {
  /** Goes over, behind those that stand. */
  readonly moved: readonly { readonly coverageId: number; readonly rank: number }[];
  /** The same payer and member id stands there: what refers to it refers to that one from here on. */
  readonly same: readonly { readonly coverageId: number; readonly standsAs: number }[];
  /** There is no room for it: a patient has eleven at most. */
  readonly left: readonly number[];
};

const mostRank = 11;

/** What becomes of the coverages of the patient who goes over, in the order of billing. */
export function planCoverages(
  kept: readonly JoinedCoverage[],
  joined: readonly JoinedCoverage[],
): CoveragePlan {
  const moved: { coverageId: number; rank: number }[] = [];
  const same: { coverageId: number; standsAs: number }[] = [];
  const left: number[] = [];
  let last = Math.max(0, ...kept.map(({ rank }) => rank));
  for (const one of [...joined].sort((a, b) => a.rank - b.rank)) {
    const standing = kept.find(
      ({ payerId, memberIdKey }) => payerId === one.payerId && memberIdKey === one.memberIdKey,
    );
    if (standing !== undefined) {
      same.push({ coverageId: one.coverageId, standsAs: standing.coverageId });
    } else if (last < mostRank) {
      last += 1;
      moved.push({ coverageId: one.coverageId, rank: last });
    } else left.push(one.coverageId);
  }
  return { moved, same, left };
}
