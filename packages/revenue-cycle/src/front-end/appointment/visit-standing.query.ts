import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { RegistrationFinding } from "../registration/score-registration.ts";
import type { Visit } from "./visit.ts";

/** What edits and people said of visits and of the registrations behind them. */
export type VisitStanding = {
  /** Open findings about the registration, by patient. */
  readonly findings: ReadonlyMap<number, readonly RegistrationFinding[]>;
  /** Why a visit is held, or the registration it rests on, by visit. */
  readonly held: ReadonlyMap<number, string>;
};

type Subject = { readonly kind: string; readonly id: number };
type Row = Subject & {
  readonly findings: readonly (RegistrationFinding & { readonly message: string })[];
  readonly isHeld: boolean;
  readonly reason: string | null;
};

/** The open findings and holds of visits and their patients, in one statement. */
export async function standingOfVisits(
  transaction: PracticeTransaction,
  visits: readonly Visit[],
): Promise<VisitStanding> {
  if (visits.length === 0) return { findings: new Map(), held: new Map() };
  const { practiceId } = transaction;
  const subjects = [
    ...visits.map(({ id }): Subject => ({ kind: "appointment", id })),
    ...[...new Set(visits.map(({ patientId }) => patientId))].map(
      (id): Subject => ({ kind: "patient", id }),
    ),
  ];
  const rows = await transaction.query<Row>(sql`
    select s.kind, s.id, h.hold_id is not null as "isHeld", h.reason,
      (select coalesce(json_agg(json_build_object('field', f.field, 'severity', f.severity,
          'message', f.message) order by f.severity, f.code), '[]')
        from edit_findings f
        where f.practice_id = ${practiceId} and f.subject_kind = s.kind and f.subject_id = s.id
          and f.state = 'open') as findings
    from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as s (kind text, id bigint)
    left join lateral (select o.hold_id, o.reason from holds o
      where o.practice_id = ${practiceId} and o.subject_kind = s.kind and o.subject_id = s.id
        and o.released_at is null
      order by o.cause desc limit 1) h on true`);
  const bySubject = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]));
  const of = (kind: string, id: number) => bySubject.get(`${kind} ${id}`);
  const held = visits.flatMap(({ id, patientId }): [number, string][] => {
    const holding = [of("appointment", id), of("patient", patientId)].find((row) => row?.isHeld);
    return holding === undefined ? [] : [[id, wordsOf(holding)]];
  });
  return {
    findings: new Map(
      rows.filter(({ kind }) => kind === "patient").map(({ id, findings }) => [id, findings]),
    ),
    held: new Map(held),
  };
}

/** What a person said, else what the edits that hold found. */
function wordsOf({ reason, findings }: Row): string {
  const holding = findings.filter(({ severity }) => severity === "hold");
  return reason ?? holding.map(({ message }) => message).join(" ");
}
