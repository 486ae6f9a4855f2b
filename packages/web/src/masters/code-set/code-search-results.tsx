import { writtenCode } from "@headwater/revenue-cycle/masters/code-set/code-set.ts";
import type { FoundCode } from "@headwater/revenue-cycle/masters/code-set/code-set-answers.ts";
import { formatCount } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { CodePanel } from "./code-panel.tsx";
import type { CodeSetSearch } from "./code-set-search-params.ts";

type Props = {
  readonly practice: string;
  readonly search: { readonly [Name in keyof CodeSetSearch]?: string | undefined };
  readonly onChange: (next: Props["search"]) => void;
};

/** A CPT number: its words are not ours to hold, its edits and values are. */
const cptNumber = /^\d{4}[0-9A-Z]$/;

function isCodeSet(name: string): name is FoundCode["codeSet"] {
  return name === "icd-10-cm" || name === "hcpcs";
}

/** What a search over the codes finds, the nearest first, with one code beside it. */
export function CodeSearchResults({ practice, search, onChange }: Props) {
  const question: ListQuestion = {
    practice,
    path: "code-sets/codes",
    query: {
      search: search.search,
      codeSet: search.set,
      on: search.on,
      billable: search.billable,
    },
  };
  const list = useKeysetRows<FoundCode>(question);
  const { open } = search;
  const [openSet = "", openCode = ""] = open?.split(":") ?? [];
  const number = search.search?.trim().toUpperCase() ?? "";
  return (
    <div className="split" data-open={open !== undefined || undefined}>
      <RecordTable
        label={t("codeSets.found")}
        columns={foundColumns()}
        list={list}
        rowId={(row) => `${row.codeSet}:${row.code}`}
        countLabel={(count) => t("codeSets.codes", { count: formatCount(count) })}
        empty={
          <Notice title={t("codeSets.noCode")} text={t("codeSets.noCodeText")}>
            {cptNumber.test(number) && (
              <button
                type="button"
                className="link-button"
                onClick={() => onChange({ ...search, open: `hcpcs:${number}` })}
              >
                {t("codeSets.openNumber", { code: number })}
              </button>
            )}
          </Notice>
        }
        openId={open}
        onOpen={(row) => onChange({ ...search, open: `${row.codeSet}:${row.code}` })}
      />
      {open && (
        <CodePanel
          practice={practice}
          code={openCode}
          title={isCodeSet(openSet) ? writtenCode(openSet, openCode) : openCode}
          on={search.on}
          onClose={() => onChange({ ...search, open: undefined })}
        />
      )}
    </div>
  );
}

function foundColumns(): Column<FoundCode>[] {
  return [
    {
      id: "code",
      title: t("codeSets.code"),
      width: 110,
      cell: (row) => <strong>{writtenCode(row.codeSet, row.code)}</strong>,
    },
    {
      id: "label",
      title: t("codeSets.label"),
      cell: (row) => <span title={row.label}>{row.label}</span>,
    },
    {
      id: "standing",
      title: t("codeSets.standing"),
      width: 120,
      cell: (row) => <StateWord state={row.standing} />,
    },
    {
      id: "set",
      title: t("codeSets.set"),
      width: 190,
      isExtra: true,
      cell: (row) => `${tOr(`codeSet.${row.codeSet}`, row.codeSet)} ${row.edition}`,
    },
  ];
}
