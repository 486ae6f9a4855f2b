import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";
import { type EditNode, leafText } from "./claim-edit.ts";
import { type Conflict, conflictsOf, mergedDraft, type Side } from "./merge-drafts.ts";

type Props = {
  /** The record as it was when the form was opened, as another person left it, and as typed here. */
  readonly base: EditNode;
  readonly theirs: EditNode;
  readonly mine: EditNode;
  /** What a field is called, by its path. */
  readonly labelOf: (path: string) => string;
  /** Goes on with the chosen values on top of the other person's. */
  readonly onResolve: (merged: EditNode) => void;
};

/**
 * Two people changed one record: what differs, field by field, for a choice. What only one of them
 * changed is chosen already, so that nothing of either is lost by going on.
 */
export function ClaimFormConflict({ base, theirs, mine, labelOf, onResolve }: Props) {
  const conflicts = conflictsOf({ base, theirs, mine });
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.querySelector("input:checked")?.scrollIntoView({ block: "center" });
    place.current?.querySelector<HTMLElement>("input:checked")?.focus();
  }, []);
  const resolve = () => onResolve(mergedDraft(theirs, conflicts, chosen));
  useShortcut("Ctrl+Enter", resolve);
  return (
    <section ref={place} role="alert" className="form-conflict" aria-label={t("conflict.title")}>
      <h2 className="section-title">{t("conflict.title")}</h2>
      <p>{t("conflict.text")}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("conflict.field")}</th>
            <th scope="col">{t("conflict.theirs")}</th>
            <th scope="col">{t("conflict.yours")}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict) => (
            <ConflictRow
              key={conflict.path}
              conflict={conflict}
              label={labelOf(conflict.path)}
              side={chosen.get(conflict.path) ?? conflict.proposed}
              onChoose={(side) => setChosen(new Map(chosen).set(conflict.path, side))}
            />
          ))}
        </tbody>
      </table>
      <Button type="button" onClick={resolve}>
        {t("conflict.goOn")}
      </Button>
    </section>
  );
}

type RowProps = {
  readonly conflict: Conflict;
  readonly label: string;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
};

/** One field; the arrows choose between the two values. */
function ConflictRow({ conflict, label, side, onChoose }: RowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {(["theirs", "mine"] as const).map((one) => (
        <td key={one}>
          <label>
            <input
              type="radio"
              name={`conflict ${conflict.path}`}
              checked={side === one}
              onChange={() => onChoose(one)}
            />{" "}
            {valueText(conflict[one])}
          </label>
        </td>
      ))}
    </tr>
  );
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) {
    const isPlain = value.every((one) => typeof one !== "object");
    return isPlain ? value.join(" ") : t("conflict.entries", { count: value.length });
  }
  return leafText(value) || t("conflict.nothing");
}
