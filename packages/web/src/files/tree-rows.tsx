import type {
  OutlineIssue,
  OutlineRow,
} from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import { useState } from "react";
import { t } from "../strings/translate.ts";

/** The loop of a row by its own name and those of the loops around it, with where it opened. */
export function loopPath(row: OutlineRow): string {
  return `${row.number} ${row.loops.map(({ id }) => id).join("/")}`;
}

/** Rows without those inside loops that are folded. */
export function visibleRows(
  rows: readonly OutlineRow[],
  folded: ReadonlySet<string>,
): readonly OutlineRow[] {
  if (folded.size === 0) return rows;
  let hidden: OutlineRow | undefined;
  return rows.filter((row) => {
    if (hidden && isInside(row, hidden)) return false;
    hidden = row.opensLoop && folded.has(loopPath(row)) ? row : undefined;
    return true;
  });
}

/** Whether a later row still belongs to the loop that `opener` opened. */
function isInside(row: OutlineRow, opener: OutlineRow): boolean {
  const { length } = opener.loops;
  if (row.loops.length < length || (row.opensLoop && row.loops.length === length)) return false;
  return opener.loops.every((loop, at) => row.loops[at]?.id === loop.id);
}

type Props = {
  readonly row: OutlineRow;
  readonly fold: (loop: string) => void;
  readonly isFolded: boolean;
  readonly isAt: boolean;
  readonly element: number | undefined;
  readonly isOpen: boolean;
  readonly onGo: (segment: number) => void;
};

/** One segment: above it the loop that it opens, below it its elements and what is wrong. */
export function TreeSegment({ row, fold, isFolded, isAt, element, isOpen, onGo }: Props) {
  const [own, setOwn] = useState<boolean>();
  const isShown = own ?? (isOpen || isAt || row.issues.length > 0);
  const loop = row.opensLoop ? row.loops.at(-1) : undefined;
  return (
    <li id={`segment-${row.number}`} data-at={isAt || undefined}>
      {loop && (
        <button
          type="button"
          className="tree-loop"
          style={indentOf(row.depth - 1)}
          aria-expanded={!isFolded}
          onClick={() => fold(loopPath(row))}
        >
          {isFolded ? "▸" : "▾"} <span className="tree-loop-id">{loop.id}</span> {loop.name}
        </button>
      )}
      <div className="tree-segment" style={indentOf(row.depth)}>
        <a
          className="tree-number"
          href={`?from=${row.number}`}
          title={t("tree.link")}
          onClick={(event) => {
            event.preventDefault();
            onGo(row.number);
          }}
        >
          {row.number}
        </a>
        <button type="button" aria-expanded={isShown} onClick={() => setOwn(!isShown)}>
          <span className="tree-raw">{row.raw}</span> <span className="tree-name">{row.name}</span>
        </button>
      </div>
      {row.issues.map((issue) => (
        <IssueLine key={issueKey(issue)} issue={issue} id={row.id} depth={row.depth} />
      ))}
      {isShown && row.elements.length > 0 && <Elements row={row} element={element} />}
    </li>
  );
}

function indentOf(depth: number) {
  return { "--depth": depth } as React.CSSProperties;
}

function issueKey({ code, element, component, message }: OutlineIssue): string {
  return `${code} ${element} ${component} ${message}`;
}

const toneOf = { error: "risk", warning: "ours", information: "note" } as const;

type IssueProps = { readonly issue: OutlineIssue; readonly id: string; readonly depth: number };

function IssueLine({ issue, id, depth }: IssueProps) {
  const { element, component } = issue;
  const part = component === null ? "" : `-${component}`;
  const spot = element === null ? "" : `${id}${String(element).padStart(2, "0")}${part}: `;
  return (
    <p className="tree-issue" style={indentOf(depth + 1)} data-tone={toneOf[issue.severity]}>
      <span className="state-word" data-tone={toneOf[issue.severity]}>
        {t(`issues.${issue.severity}`)}
      </span>{" "}
      {spot}
      {issue.message} <span className="small">{`${issue.code} · ${issue.source}`}</span>
    </p>
  );
}

type ElementsProps = { readonly row: OutlineRow; readonly element: number | undefined };

function Elements({ row, element }: ElementsProps) {
  const wrong = new Set(row.issues.map((issue) => issue.element));
  return (
    <table className="tree-elements" style={indentOf(row.depth + 1)}>
      <tbody>
        {row.elements.map((one) => (
          <tr
            key={one.position}
            data-marked={one.element === element || wrong.has(one.element) || undefined}
          >
            <th scope="row">{one.position}</th>
            <td className="dim">{one.name}</td>
            <td className="tree-raw">{one.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
