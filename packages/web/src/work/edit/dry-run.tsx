import type { DryRun, EditDraft } from "@headwater/revenue-cycle/work/edit/edit-answers.ts";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatDate } from "../../frame/format.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";

/** How many claims an edit is tried on. */
export const triedClaims = 200;

/** Tries an edit on the last claims; nothing is written. */
export function useDryRun(practice: string) {
  return useMutation({
    mutationFn: (edit: EditDraft) =>
      sendJson<DryRun>(practiceAddress(practice, "edits/dry-run"), {
        method: "POST",
        body: { edit, claims: triedClaims },
      }),
  });
}

type Props = { readonly practice: string; readonly run: DryRun; readonly isHold: boolean };

/** What an edit would have said, with the claims, and what the payers did with those. */
export function DryRunResult({ practice, run, isHold }: Props) {
  if (run.judged === 0) return <p role="status">{t("edits.triedNone")}</p>;
  const { judged, fires, firesPaid, firesRefused, notEvaluable, missing, rows } = run;
  return (
    <section className="edit-try" role="status">
      <p>
        <strong>{t(isHold ? "edits.triedHold" : "edits.tried", { count: fires, judged })}</strong>{" "}
        {fires > 0 && t("edits.triedOutcome", { refused: firesRefused, paid: firesPaid })}{" "}
        {notEvaluable > 0 &&
          t("edits.triedMissing", { count: notEvaluable, missing: missing.join(", ") })}
      </p>
      {rows.length > 0 && (
        <table className="edit-try-rows">
          <thead>
            <tr>
              <th>{t("edits.claim")}</th>
              <th>{t("edits.service")}</th>
              <th>{t("edits.outcome")}</th>
              <th>{t("edits.message")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.claimId}>
                <td>
                  <Link
                    to="/p/$practice/claims/$claim"
                    params={{ practice, claim: String(row.claimId) }}
                  >
                    {row.patientControlNumber}
                  </Link>
                </td>
                <td>{row.serviceFrom && formatDate(row.serviceFrom)}</td>
                <td>{row.outcome && <StateWord state={row.outcome} />}</td>
                <td>{row.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
