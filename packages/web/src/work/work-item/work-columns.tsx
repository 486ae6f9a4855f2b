import type { WorkItemRow } from "@headwater/revenue-cycle/work/work-item/work-item-answers.ts";
import { t, tOr } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { Money } from "../../table/money.tsx";
import { CivilDate, Stated } from "../../table/stated.tsx";
import { SubjectLink } from "./subject-link.tsx";

export function workColumns(practice: string): Column<WorkItemRow>[] {
  return [
    { id: "due", title: t("work.due"), width: 112, cell: (item) => <CivilDate date={item.due} /> },
    {
      id: "kind",
      title: t("work.kind"),
      width: 190,
      cell: (item) => tOr(`workKind.${item.kind}`, item.kind),
    },
    {
      id: "subject",
      title: t("work.subject"),
      width: 150,
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
      width: 130,
      cell: (item) => tOr(`role.${item.role}`, item.role),
    },
    {
      id: "assigned",
      isExtra: true,
      title: t("work.assigned"),
      width: 130,
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
