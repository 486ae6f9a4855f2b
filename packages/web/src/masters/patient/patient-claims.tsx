import type { PatientClaimsAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/patient-claims-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatDollars } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import { Money, MoneyOrDash } from "../../table/money.tsx";
import { CivilDate } from "../../table/stated.tsx";

type Props = { readonly practice: string; readonly patient: string };

/** What was billed for a patient and what is still open, from the books. */
export function PatientClaims({ practice, patient }: Props) {
  const answer = useQuery({
    queryKey: [practice, "patients", "claims", patient],
    queryFn: ({ signal }) =>
      getJson<PatientClaimsAnswer>(practiceAddress(practice, `patients/${patient}/claims`), signal),
    staleTime: 0,
  });
  const mayOpen = isAllowed(useSession(), practice, "claim.read");
  if (answer.error)
    return <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return null;
  const { rows, total } = answer.data;
  return (
    <section aria-label={t("patient.claims")}>
      <h2 className="section-title">{t("patient.claims")}</h2>
      <p>{owedSentence(total)}</p>
      {rows.length > 0 && (
        <div className="plain-table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t("claim.number")}</th>
                <th scope="col">{t("claim.service")}</th>
                <th scope="col">{t("patients.payer")}</th>
                <th scope="col">{t("claim.state")}</th>
                <th scope="col" className="money">
                  {t("cents.charged")}
                </th>
                <th scope="col" className="money">
                  {t("cents.openPatient")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <ClaimRow key={row.id} practice={practice} row={row} mayOpen={mayOpen} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td colSpan={4}>{t("patient.claimTotal")}</td>
                <td className="money">
                  <Money cents={total.chargedCents} />
                </td>
                <td className="money">
                  <MoneyOrDash cents={total.openPatientCents} />
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  );
}

type RowProps = {
  readonly practice: string;
  readonly row: PatientClaimsAnswer["rows"][number];
  readonly mayOpen: boolean;
};

function ClaimRow({ practice, row, mayOpen }: RowProps) {
  return (
    <tr>
      <td>
        {mayOpen ? (
          <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(row.id) }}>
            {row.patientControlNumber}
          </Link>
        ) : (
          row.patientControlNumber
        )}
      </td>
      <td>
        <CivilDate date={row.serviceFrom} />
      </td>
      <td>{row.payer}</td>
      <td>
        <StateWord state={row.state} />
      </td>
      <td className="money">
        <Money cents={row.chargedCents} />
      </td>
      <td className="money">
        <MoneyOrDash cents={row.openPatientCents} />
      </td>
    </tr>
  );
}

function owedSentence({
  count,
  openPatientCents,
  openInsuranceCents,
}: PatientClaimsAnswer["total"]) {
  if (count === 0) return t("patient.noClaims");
  if (openPatientCents === 0 && openInsuranceCents === 0)
    return t("patient.owesNothing", { count });
  return t("patient.owes", {
    count,
    patient: formatDollars(openPatientCents),
    insurance: formatDollars(openInsuranceCents),
  });
}
