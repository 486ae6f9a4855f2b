import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { FailureNotice } from "../../frame/notice.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import "../form/record-form.css";

type Listed = { readonly id: number; readonly revision: number };

export type SectionFormProps<Row> = {
  readonly practice: string;
  readonly payerId: number;
  readonly known: Row | undefined;
  readonly mayWrite: boolean;
  readonly onSaved: () => void;
  readonly onReload: () => void;
};

type Props<Row> = {
  readonly practice: string;
  readonly payerId: number;
  readonly path: "plans" | "enrollments" | "filing-limits" | "authorization-rules";
  readonly title: string;
  readonly add: string;
  readonly none: string;
  readonly headings: readonly string[];
  /** The cells of a row under the headings; the first of them opens the row. */
  readonly cells: (row: Row) => readonly ReactNode[];
  readonly mayWrite: boolean;
  readonly form: (props: SectionFormProps<Row>) => ReactNode;
};

/** What belongs to a payer: a short list, and the form of the one that is open below it. */
export function PayerSection<Row extends Listed>(props: Props<Row>) {
  const { practice, payerId, path, title, mayWrite } = props;
  const [open, setOpen] = useState<number | "new" | undefined>(undefined);
  const answer = useQuery({
    queryKey: [practice, path, payerId],
    queryFn: ({ signal }) =>
      getJson<{ readonly rows: readonly Row[] }>(
        practiceAddress(practice, path, { payer: payerId, limit: 200 }),
        signal,
      ),
  });
  const rows = answer.data?.rows;
  const known = rows?.find((row) => row.id === open);
  return (
    <section className="master-section" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {mayWrite && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen("new")}>
            {props.add}
          </Button>
        )}
      </header>
      {answer.error && <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <p className="dim">{t("masters.loading")}</p>}
      {rows?.length === 0 && <p className="dim">{props.none}</p>}
      {rows && rows.length > 0 && (
        <SectionRows headings={props.headings} rows={rows} cells={props.cells} onOpen={setOpen} />
      )}
      {(open === "new" || known) && (
        <div key={`${open} ${known?.revision}`}>
          {props.form({
            practice,
            payerId,
            known,
            mayWrite,
            onSaved: () => setOpen(undefined),
            onReload: () => void answer.refetch(),
          })}
        </div>
      )}
    </section>
  );
}

type RowsProps<Row> = Pick<Props<Row>, "headings" | "cells"> & {
  readonly rows: readonly Row[];
  readonly onOpen: (id: number) => void;
};

function SectionRows<Row extends Listed>({ headings, rows, cells, onOpen }: RowsProps<Row>) {
  return (
    <table className="master-list">
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {cells(row).map((cell, at) => (
              <td key={headings[at]}>
                {at === 0 ? (
                  <button type="button" className="link-button" onClick={() => onOpen(row.id)}>
                    {cell}
                  </button>
                ) : (
                  cell
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
