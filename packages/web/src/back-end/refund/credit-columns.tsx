import type {
  CreditRow,
  RefundRow,
} from "@headwater/revenue-cycle/back-end/refund/refund-answers.ts";
import { ClaimAmountLink, TransfersLink } from "../../books/account/transfers-link.tsx";
import { t } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { Money } from "../../table/money.tsx";
import { CivilDate, Stated } from "../../table/stated.tsx";
import { SubjectLink } from "../exception/subject-link.tsx";

type OfClaim = { readonly claimId: number; readonly patientControlNumber: string };

function claimColumn<Row extends OfClaim>(practice: string): Column<Row> {
  return {
    id: "claim",
    title: t("writeOff.claim"),
    width: 140,
    cell: ({ claimId, patientControlNumber }) => (
      <SubjectLink
        practice={practice}
        subject={{ kind: "claim", id: claimId, label: patientControlNumber }}
      />
    ),
  };
}

/** The amount of a claim that holds the credit of each. */
export const creditAmounts = { payer: "creditInsurance", patient: "creditPatient" } as const;

export function creditColumns(practice: string): Column<CreditRow>[] {
  return [
    {
      id: "due",
      title: t("credits.due"),
      width: 112,
      cell: (row) => <CivilDate date={row.dueOn} />,
    },
    {
      id: "left",
      title: t("credits.left"),
      width: 100,
      kind: "number",
      cell: (row) => (
        <span className="state-word" data-tone={row.daysLeft < 0 ? "risk" : "ours"}>
          {row.daysLeft}
        </span>
      ),
    },
    {
      id: "party",
      title: t("credits.whose"),
      width: 90,
      cell: (row) => t(`refundParty.${row.party}`),
    },
    claimColumn(practice),
    {
      id: "patient",
      isExtra: true,
      title: t("claim.patient"),
      cell: (row) => <Stated text={row.patientName} />,
    },
    { id: "payer", isExtra: true, title: t("claim.payer"), cell: (row) => row.payer },
    {
      id: "asked",
      isExtra: true,
      title: t("credits.asked"),
      width: 140,
      kind: "money",
      cell: (row) => <Money cents={row.askedCents} />,
    },
    {
      id: "cents",
      title: t("credits.credit"),
      width: 110,
      kind: "money",
      cell: ({ claimId, party, cents }) => (
        <ClaimAmountLink {...{ practice, claimId, cents }} amount={creditAmounts[party]} />
      ),
      cents: (row) => row.cents,
    },
  ];
}

export function refundColumns(practice: string): Column<RefundRow>[] {
  return [
    {
      id: "asked",
      title: t("refunds.requested"),
      width: 112,
      cell: (row) => <CivilDate date={row.requestedOn} />,
    },
    { id: "to", title: t("refunds.to"), width: 90, cell: (row) => t(`refundParty.${row.party}`) },
    claimColumn(practice),
    { id: "payer", isExtra: true, title: t("claim.payer"), cell: (row) => row.payer },
    {
      id: "state",
      title: t("refunds.state"),
      cell: (row) => t(`refundState.${row.state}`),
    },
    {
      id: "number",
      isExtra: true,
      title: t("refunds.number"),
      width: 120,
      cell: (row) => <Stated text={row.number} />,
    },
    {
      id: "went",
      isExtra: true,
      title: t("refunds.went"),
      width: 112,
      cell: (row) => <CivilDate date={row.settledOn} />,
    },
    {
      id: "cents",
      title: t("exceptions.amount"),
      width: 110,
      kind: "money",
      cell: ({ id, cents }) => (
        <TransfersLink {...{ practice, cents }} of={{ refund: String(id) }} />
      ),
      cents: (row) => row.cents,
    },
  ];
}
