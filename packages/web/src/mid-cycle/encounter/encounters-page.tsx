import type { EncounterRow } from "@headwater/revenue-cycle/mid-cycle/encounter/encounter-answers.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { formatDate } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { Money } from "../../table/money.tsx";
import { RecordTable } from "../../table/record-table.tsx";
import { Stated } from "../../table/stated.tsx";

const states = ["open", "charged", "no-charge"] as const;

/** Visits with their charges; on top what took place and was not charged. */
export function EncountersPage() {
  const { practice } = useParams({ from: "/p/$practice/encounters" });
  const search = useSearch({ from: "/p/$practice/encounters" });
  const navigate = useNavigate({ from: "/p/$practice/encounters" });
  const mayWrite = isAllowed(useSession(), practice, "claim.write");
  const question: ListQuestion = { practice, path: "encounters", query: search };
  const list = useKeysetRows<EncounterRow>(question);
  const open = (encounter: string) =>
    void navigate({ to: "/p/$practice/encounters/$encounter", params: { practice, encounter } });
  return (
    <div className="page">
      <PageHead
        title={t("encounters.title")}
        sentence={t("encounters.sentence")}
        actions={
          <>
            <ExportMenu question={question} />
            {mayWrite && <Button onClick={() => open("new")}>{t("encounters.add")}</Button>}
          </>
        }
      />
      <Uncharged practice={practice} />
      <div className="filter-bar">
        <FilterSelect
          label={t("encounters.state")}
          value={search.state}
          options={[
            ["open", t("encounters.stateOpen")],
            ["charged", t("encounters.stateCharged")],
            ["no-charge", t("encounters.stateNo-charge")],
          ]}
          onChange={(state) => void navigate({ search: state ? { state } : {}, replace: true })}
        />
      </div>
      <RecordTable
        label={t("encounters.title")}
        columns={encounterColumns(practice)}
        list={list}
        rowId={(row) => String(row.id)}
        countLabel={(count) => t("encounters.count", { count })}
        empty={
          search.state ? (
            <Notice title={t("state.noMatch")} text={t("encounters.noMatch")} />
          ) : (
            <Notice title={t("encounters.none")} text={t("encounters.noneText")} />
          )
        }
        onOpen={(row) => open(String(row.id))}
        onEnter={(row) => open(String(row.id))}
      />
    </div>
  );
}

type UnchargedRow = {
  readonly appointmentId: number;
  readonly encounterId: number | null;
  readonly patientName: string;
  readonly on: string;
};

/** Appointments that took place without a charge: the leak, before the list. */
function Uncharged({ practice }: { readonly practice: string }) {
  const found = useQuery({
    queryKey: [practice, "encounters", "uncharged"],
    queryFn: ({ signal }) =>
      getJson<{ rows: (UnchargedRow & { patientId: number })[] }>(
        practiceAddress(practice, "encounters/uncharged", { limit: 100 }),
        signal,
      ),
  });
  const navigate = useNavigate();
  const rows = found.data?.rows ?? [];
  const [first] = rows;
  const to = {
    params: {
      practice,
      encounter: first?.encounterId == null ? "new" : String(first.encounterId),
    },
    search: first?.encounterId === null ? { appointment: String(first.appointmentId) } : {},
  };
  useShortcut(
    "o",
    () => void navigate({ to: "/p/$practice/encounters/$encounter", ...to }),
    first !== undefined,
  );
  if (first === undefined) return null;
  return (
    <p className="waiting-work">
      <strong>{t("encounters.uncharged", { count: rows.length })}</strong>{" "}
      {t("encounters.oldest", { patient: first.patientName, date: formatDate(first.on) })}{" "}
      <Link to="/p/$practice/encounters/$encounter" {...to}>
        {t("encounters.chargeIt")} (o)
      </Link>
    </p>
  );
}

function encounterColumns(practice: string): Column<EncounterRow>[] {
  return [
    {
      id: "day",
      title: t("encounters.day"),
      width: 110,
      cell: (row) => formatDate(row.serviceFrom),
    },
    { id: "patient", title: t("encounters.patient"), cell: (row) => row.patientName },
    {
      id: "provider",
      title: t("encounters.provider"),
      width: 170,
      isExtra: true,
      cell: (row) => <Stated text={row.renderingName} />,
    },
    {
      id: "facility",
      title: t("encounters.facility"),
      width: 150,
      isExtra: true,
      cell: (row) => <Stated text={row.facilityName} />,
    },
    {
      id: "state",
      title: t("encounters.state"),
      width: 110,
      cell: stateCell,
    },
    {
      id: "lines",
      title: t("encounters.lines"),
      width: 60,
      kind: "number",
      cell: (row) => row.lines,
    },
    {
      id: "charged",
      title: t("encounters.charged"),
      width: 110,
      kind: "money",
      cell: (row) => <Money cents={row.chargedCents} />,
      cents: (row) => row.chargedCents,
    },
    {
      id: "claim",
      title: t("encounters.claim"),
      width: 210,
      cell: (row) =>
        row.claimId === null ? null : (
          <>
            <Link
              to="/p/$practice/claims/$claim"
              params={{ practice, claim: String(row.claimId) }}
              onClick={(event) => event.stopPropagation()}
            >
              {row.patientControlNumber}
            </Link>{" "}
            {row.claimState && <StateWord state={row.claimState} />}
          </>
        ),
    },
  ];
}

/** The state, or that open charges are held and for whom. */
function stateCell({ state, heldFor }: EncounterRow) {
  if (heldFor === null || state !== "open") return stateWords(state);
  return (
    <span title={`${t("personHold.heldFor")} ${tOr(`role.${heldFor}`, heldFor)}`}>
      <StateWord state="held" />
    </span>
  );
}

function stateWords(state: (typeof states)[number]): string {
  if (state === "open") return t("encounters.stateOpen");
  return t(state === "charged" ? "encounters.stateCharged" : "encounters.stateNo-charge");
}
