import type { SetupAnswer } from "@headwater/revenue-cycle/masters/practice/practice-profile-answers.ts";
import { Link } from "@tanstack/react-router";
import { t } from "../../strings/translate.ts";
import { ToneWord } from "../form/tone-word.tsx";
import "../form/record-form.css";

type Item = SetupAnswer["rows"][number]["item"];

/** Where an item is set up; without a page of its own it has no link. */
const pages = {
  submitter: "/p/$practice/practice",
  "billing-provider": "/p/$practice/providers",
  facilities: "/p/$practice/facilities",
  providers: "/p/$practice/providers",
  payers: "/p/$practice/payers",
  enrollments: "/p/$practice/payers",
  prices: "/p/$practice/prices",
  "fee-schedules": "/p/$practice/fee-schedules",
  "code-sets": "/p/$practice/code-sets",
  people: undefined,
  statement: "/p/$practice/practice",
  patients: "/p/$practice/patients",
} as const satisfies Readonly<Record<Item, string | undefined>>;

type Props = { readonly practice: string; readonly rows: SetupAnswer["rows"] };

/** What is set up and what is missing, each computed from what is on file. */
export function SetupChecklist({ practice, rows }: Props) {
  return (
    <table className="master-list">
      <tbody>
        {rows.map(({ item, has, of, isDone }) => (
          <tr key={item}>
            <td>
              <ToneWord
                tone={isDone ? "done" : "ours"}
                word={t(isDone ? "practiceProfile.done" : "practiceProfile.open")}
              />
            </td>
            <td>
              <ItemName practice={practice} item={item} />
            </td>
            <td className="dim">{standingOf(has, of)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ItemName({ practice, item }: { readonly practice: string; readonly item: Item }) {
  const to = pages[item];
  const words = t(`setupItem.${item}`);
  if (to === undefined) return words;
  return (
    <Link to={to} params={{ practice }}>
      {words}
    </Link>
  );
}

/** One thing is there or not; of several, and beyond what is needed, the count says more. */
function standingOf(has: number, of: number): string {
  if (has === 0) return t("practiceProfile.none");
  if (of === 1) return String(has);
  return t("practiceProfile.has", { has, of });
}
