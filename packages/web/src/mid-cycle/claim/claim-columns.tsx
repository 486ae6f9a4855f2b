import type { ClaimRow } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { Link } from "@tanstack/react-router";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { MoneyOrDash } from "../../table/money.tsx";
import { CivilDate } from "../../table/stated.tsx";

type CentsColumn = {
  readonly id: string;
  readonly title: string;
  readonly of: (claim: ClaimRow) => number;
  readonly isExtra?: boolean;
};

function centsColumn({ id, title, of, isExtra = false }: CentsColumn): Column<ClaimRow> {
  return {
    id,
    title,
    width: id === "openPatient" ? 106 : 98,
    kind: "money",
    isExtra,
    cell: (claim) => <MoneyOrDash cents={of(claim)} />,
    cents: of,
  };
}

/** What a biller looks at first: who, whose money, when, how it stands, what is left. */
export function claimColumns(practice: string): Column<ClaimRow>[] {
  return [
    {
      id: "number",
      title: t("claim.number"),
      width: 132,
      cell: (claim) => (
        <Link
          to="/p/$practice/claims/$claim"
          params={{ practice, claim: String(claim.id) }}
          preload={false}
        >
          {claim.patientControlNumber}
          {claim.version > 1 && ` · ${claim.version}`}
        </Link>
      ),
    },
    { id: "patient", title: t("claim.patient"), cell: (claim) => claim.patientName },
    { id: "payer", title: t("claim.payer"), cell: (claim) => claim.payer },
    {
      id: "service",
      title: t("claim.service"),
      width: 112,
      isExtra: true,
      cell: (claim) => <CivilDate date={claim.serviceFrom} />,
    },
    {
      id: "state",
      title: t("claim.state"),
      width: 108,
      cell: (claim) => <StateWord state={claim.state} />,
    },
    centsColumn({ id: "charged", title: t("cents.charged"), of: (claim) => claim.chargedCents }),
    centsColumn({
      id: "paid",
      isExtra: true,
      title: t("cents.insurancePaid"),
      of: (claim) => claim.insurancePaidCents,
    }),
    centsColumn({ id: "denied", title: t("cents.denied"), of: (claim) => claim.deniedCents }),
    centsColumn({
      id: "open",
      title: t("cents.openInsurance"),
      of: (claim) => claim.openInsuranceCents,
    }),
    centsColumn({
      id: "openPatient",
      isExtra: true,
      title: t("cents.openPatient"),
      of: (claim) => claim.openPatientCents,
    }),
  ];
}
