import type { WorkItemRow } from "@headwater/revenue-cycle/work/work-item/work-item-answers.ts";
import { t, tOr } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { Money } from "../../table/money.tsx";
import { Stated } from "../../table/stated.tsx";
import { DueDate } from "./due-date.tsx";
import { SubjectLink } from "./subject-link.tsx";

export function workColumns(practice: string, today: string): Column<WorkItemRow>[] {
  return [
    {
      id: "due",
      title: t("work.due"),
      width: 172,
      cell: (item) => <DueDate due={item.due} today={today} isOpen={item.state === "open"} />,
    },
    {
      id: "kind",
      title: t("work.kind"),
      width: 166,
      cell: (item) => tOr(`workKind.${item.kind}`, item.kind),
    },
    {
      id: "subject",
      title: t("work.subject"),
      width: 124,
      cell: (item) => <SubjectLink practice={practice} item={item} />,
    },
    {
      id: "why",
      isExtra: true,
      title: t("work.why"),
      cell: (item) => <span title={item.whyText}>{item.whyText}</span>,
    },
    {
      id: "role",
      isExtra: true,
      title: t("work.role"),
      width: 132,
      cell: (item) => tOr(`role.${item.role}`, item.role),
    },
    {
      id: "assigned",
      isExtra: true,
      title: t("work.assigned"),
      width: 100,
      cell: (item) => <Stated text={item.assignedTo} />,
    },
    {
      id: "cents",
      title: t("work.worth"),
      width: 110,
      kind: "money",
      cell: (item) => <Money cents={item.cents} />,
      cents: (item) => item.cents,
    },
  ];
}
