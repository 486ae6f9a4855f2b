import { joinedTables } from "@headwater/revenue-cycle/back-end/patient-join/patient-join.ts";
import type {
  JoinPreview,
  JoinSideAnswer,
} from "@headwater/revenue-cycle/back-end/patient-join/patient-join-answers.ts";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { FailureNotice, problemSentence } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t, tOr } from "../../strings/translate.ts";
import { Stated } from "../../table/stated.tsx";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";
import { patientName, phoneText } from "./patient-name.ts";
import "./patient.css";

const here = "/p/$practice/patients/$patient/join";

/** Two patients on file beside each other: joined with a reason, or told apart. */
export function JoinPatientsPage() {
  const { practice, patient } = useParams({ from: here });
  const { with: other } = useSearch({ from: here });
  useBackShortcut({ to: "/p/$practice/patients", params: { practice } });
  const answer = useQuery({
    queryKey: [practice, "patients", "join", patient, other],
    queryFn: ({ signal }) =>
      getJson<JoinPreview>(
        practiceAddress(practice, `patients/${patient}/joins/${other ?? 0}`),
        signal,
      ),
    staleTime: 0,
  });
  if (answer.isError)
    return <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <PageShape />;
  return <Comparing practice={practice} preview={answer.data} />;
}

type Props = { readonly practice: string; readonly preview: JoinPreview };

function Comparing({ practice, preview }: Props) {
  const { kept, joined, sameCoverages, leftCoverages } = preview;
  const names = { kept: patientName(kept.patient), joined: patientName(joined.patient) };
  const sides = { patient: String(joined.patient.id), with: String(kept.patient.id) };
  return (
    <div className="page-scroll">
      <PageHead
        title={t("join.title")}
        sentence={t("join.sentence", names)}
        actions={
          <Link
            to={here}
            params={{ practice, patient: sides.patient }}
            search={{ with: sides.with }}
            className="action-link"
          >
            {t("join.swap")}
          </Link>
        }
      />
      <div className="duplicate-columns">
        <Side title={t("join.stays")} side={kept} practice={practice} />
        <Side title={t("join.goes")} side={joined} practice={practice} />
      </div>
      {sameCoverages > 0 && <p>{t("join.same", { count: sameCoverages })}</p>}
      {leftCoverages > 0 && (
        <p className="error-line">{t("join.left", { count: leftCoverages })}</p>
      )}
      <Deciding practice={practice} preview={preview} />
    </div>
  );
}

function Deciding({ practice, preview: { kept, joined } }: Props) {
  const session = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const id = String(kept.patient.id);
  const leave = async () => {
    await queries.invalidateQueries({ queryKey: [practice] });
    const params = { practice, patient: id };
    await navigate({ to: "/p/$practice/patients/$patient", params });
  };
  const join = useMutation({
    mutationFn: (reason: string) =>
      sendJson(practiceAddress(practice, `patients/${kept.patient.id}/joins`), {
        method: "POST",
        body: {
          joinedId: joined.patient.id,
          keptRevision: kept.patient.revision,
          joinedRevision: joined.patient.revision,
          reason,
        },
      }),
    onSuccess: leave,
  });
  const apart = useMutation({
    mutationFn: () =>
      sendJson(practiceAddress(practice, `patients/${kept.patient.id}/distinctions`), {
        method: "POST",
        body: { otherId: joined.patient.id },
      }),
    onSuccess: leave,
  });
  const error = join.error ?? apart.error;
  return (
    <section aria-label={t("join.title")} style={{ maxWidth: 520 }}>
      {isAllowed(session, practice, "patient.join") ? (
        <ReasonForm
          place={`join ${kept.patient.id} ${joined.patient.id}`}
          label={t("join.reason")}
          button={t("join.join")}
          isBusy={join.isPending}
          onGiven={(reason) => join.mutate(reason)}
        />
      ) : (
        <p className="dim">{t("join.notAllowed")}</p>
      )}
      {isAllowed(session, practice, "patient.write") && (
        <Button variant="default" mt="sm" loading={apart.isPending} onClick={() => apart.mutate()}>
          {t("join.apart")}
        </Button>
      )}
      {error && (
        <p role="alert" className="error-line">
          {problemSentence(problemOf(error))}
        </p>
      )}
    </section>
  );
}

type SideProps = {
  readonly title: string;
  readonly side: JoinSideAnswer;
  readonly practice: string;
};

function Side({ title, side, practice }: SideProps) {
  const { patient, coverages, counts, balanceCents } = side;
  const address = [patient.addressLine1, patient.city, patient.state, patient.postalCode];
  const { guarantor } = patient;
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [t("patients.born"), patient.dateOfBirth && formatDate(patient.dateOfBirth)],
    [t("patientField.gender"), patient.gender && tOr(`gender.${patient.gender}`, patient.gender)],
    [t("patients.chart"), patient.chartNumber],
    [t("patients.phone"), phoneText(patient.phone ?? "")],
    [t("visit.address"), address.filter(Boolean).join(", ")],
    [t("join.guarantor"), guarantor && patientName(guarantor)],
    [t("join.owes"), formatDollars(balanceCents)],
    [
      t("join.coverages"),
      coverages.map(({ payer, memberId }) => `${payer} ${memberId}`).join(", "),
    ],
    ...joinedTables.map(({ table }) => [t(`joinCount.${table}`), String(counts[table])] as const),
  ];
  return (
    <div className="duplicate">
      <h3>{title}</h3>
      <p>
        <Link
          to="/p/$practice/patients/$patient"
          params={{ practice, patient: String(patient.id) }}
        >
          {patientName(patient)}
        </Link>
      </p>
      <dl className="fact-list">
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Stated text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
