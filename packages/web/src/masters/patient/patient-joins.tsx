import type { JoinRow } from "@headwater/revenue-cycle/back-end/patient-join/patient-join-answers.ts";
import type { PatientAnswer } from "@headwater/revenue-cycle/masters/patient/patient-answers.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatInstant } from "../../frame/format.ts";
import { FailureNotice, problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";

type Props = { readonly practice: string; readonly patient: PatientAnswer };

/** That a patient went into another, and who was joined into him, with the way to take it back. */
export function PatientJoins({ practice, patient }: Props) {
  const answer = useQuery({
    queryKey: [practice, "patients", "joins", patient.id],
    queryFn: ({ signal }) =>
      getJson<{ rows: JoinRow[] }>(
        practiceAddress(practice, `patients/${patient.id}/joins`),
        signal,
      ),
    staleTime: 0,
  });
  const rows = (answer.data?.rows ?? []).filter(({ keptId }) => keptId === patient.id);
  return (
    <>
      {patient.mergedInto !== null && (
        <p className="waiting-work">
          {t("join.merged")}{" "}
          <Link
            to="/p/$practice/patients/$patient"
            params={{ practice, patient: String(patient.mergedInto) }}
          >
            {t("join.openKept")}
          </Link>
        </p>
      )}
      {answer.error && <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {rows.length > 0 && (
        <section aria-label={t("join.history")}>
          <h2 className="section-title">{t("join.history")}</h2>
          {rows.map((row) => (
            <JoinedRow key={row.id} practice={practice} row={row} />
          ))}
        </section>
      )}
    </>
  );
}

function JoinedRow({ practice, row }: { readonly practice: string; readonly row: JoinRow }) {
  const mayUndo = isAllowed(useSession(), practice, "patient.join");
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: (reason: string) =>
      sendJson(practiceAddress(practice, `patient-joins/${row.id}/undo`), {
        method: "POST",
        body: { reason },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
  const { joinedName: name, joinedAt, joinedBy: who, reason, undoneAt } = row;
  return (
    <>
      <p>{t("join.row", { name, who, reason, when: formatInstant(joinedAt) })}</p>
      {undoneAt !== null && (
        <p className="dim">
          {t("join.undone", {
            when: formatInstant(undoneAt),
            who: row.undoneBy ?? "",
            reason: row.undoReason ?? "",
          })}
        </p>
      )}
      {undoneAt === null && mayUndo && (
        <ReasonForm
          place={`undo join ${row.id}`}
          label={t("join.undoReason")}
          button={t("join.undo")}
          isBusy={undo.isPending}
          onGiven={(given) => undo.mutate(given)}
        />
      )}
      {undo.error && (
        <p role="alert" className="error-line">
          {problemSentence(problemOf(undo.error))}
        </p>
      )}
    </>
  );
}
