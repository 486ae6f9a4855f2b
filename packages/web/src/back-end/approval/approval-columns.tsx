import type { ApprovalRow } from "@headwater/revenue-cycle/books/approval/approval-answers.ts";
import { formatDate } from "../../frame/format.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { Money } from "../../table/money.tsx";
import { Stated } from "../../table/stated.tsx";
import { SubjectLink } from "../exception/subject-link.tsx";

/** Why it was asked for: what the person wrote, or the words of the reason chosen. */
export function reasonInWords({ reason }: Pick<ApprovalRow, "reason">): string {
  return tOr(`writeOffReason.${reason}`, reason);
}

export function approvalColumns(practice: string): Column<ApprovalRow>[] {
  return [
    {
      id: "asked",
      title: t("approvals.asked"),
      width: 112,
      cell: (row) => formatDate(row.requestedAt.slice(0, 10)),
    },
    {
      id: "what",
      title: t("exceptions.what"),
      cell: (row) => t(`approvalKind.${row.kind}`),
    },
    {
      id: "about",
      title: t("exceptions.about"),
      width: 130,
      cell: (row) => <SubjectLink practice={practice} subject={row.subject} />,
    },
    {
      id: "by",
      isExtra: true,
      title: t("approvals.askedBy"),
      width: 130,
      cell: (row) => row.requestedBy,
    },
    {
      id: "reason",
      isExtra: true,
      title: t("approvals.reason"),
      cell: (row) => <Stated text={reasonInWords(row)} />,
    },
    {
      id: "state",
      title: t("claim.state"),
      width: 120,
      cell: (row) => <StateWord state={row.state} />,
    },
    {
      id: "cents",
      title: t("exceptions.amount"),
      width: 110,
      kind: "money",
      cell: (row) => <Money cents={row.cents} />,
      cents: (row) => row.cents,
    },
  ];
}
