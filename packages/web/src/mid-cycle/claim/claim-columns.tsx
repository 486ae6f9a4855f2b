import type { ClaimRow } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { Link } from "@tanstack/react-router";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import type { Column, SortChoice } from "../../table/column.ts";
import { MoneyOrDash } from "../../table/money.tsx";
import { CivilDate } from "../../table/stated.tsx";
import { FileBy } from "./file-by.tsx";

type CentsColumn = {
  readonly id: string;
  readonly title: string;
  readonly of: (claim: ClaimRow) => number;
  readonly isExtra?: boolean;
  readonly sorts?: readonly SortChoice[];
};

const widths: Readonly<Record<string, number>> = { charged: 98, open: 96, openPatient: 112 };

/** The charge of a claim that was replaced or voided was taken back and adds nothing. */
const standingCharge = (claim: ClaimRow) =>
  claim.state === "replaced" || claim.state === "void" ? 0 : claim.chargedCents;

function centsColumn({ id, title, of, isExtra = false, sorts }: CentsColumn): Column<ClaimRow> {
  return {
    id,
    title,
    width: widths[id] ?? 90,
    kind: "money",
    isExtra,
    ...(sorts ? { sorts } : {}),
    cell: (claim) => <MoneyOrDash cents={of(claim)} />,
    cents: of,
  };
}

/** What a biller looks at first: who, whose money, when, how it stands, what is left. */
export function claimColumns(practice: string): Column<ClaimRow>[] {
  return [...identifyingColumns(practice), ...moneyColumns()];
}

function identifyingColumns(practice: string): Column<ClaimRow>[] {
  return [
    {
      id: "number",
      title: t("claim.number"),
      width: 126,
      sorts: [
        { name: "number", direction: "ascending" },
        { name: "number-last", direction: "descending" },
      ],
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
    {
      id: "patient",
      title: t("claim.patient"),
      cell: (claim) => <span title={claim.patientName}>{claim.patientName}</span>,
    },
    {
      id: "payer",
      title: t("claim.payer"),
      cell: (claim) => <span title={claim.payer}>{claim.payer}</span>,
    },
    {
      id: "service",
      title: t("claim.service"),
      width: 102,
      isExtra: true,
      sorts: [
        { name: "service", direction: "descending" },
        { name: "service-oldest", direction: "ascending" },
      ],
      cell: (claim) => <CivilDate date={claim.serviceFrom} />,
    },
    {
      id: "fileBy",
      title: t("filing.title"),
      width: 104,
      isExtra: true,
      sorts: [{ name: "filing", direction: "ascending" }],
      cell: (claim) => <FileBy date={claim.fileBy} />,
    },
    {
      id: "state",
      title: t("claim.state"),
      width: 104,
      cell: (claim) => <StateWord state={claim.state} />,
    },
  ];
}

function moneyColumns(): Column<ClaimRow>[] {
  return [
    {
      ...centsColumn({
        id: "charged",
        isExtra: true,
        title: t("cents.charged"),
        of: (claim) => claim.chargedCents,
        sorts: [
          { name: "charged", direction: "descending" },
          { name: "charged-least", direction: "ascending" },
        ],
      }),
      cents: standingCharge,
    },
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
