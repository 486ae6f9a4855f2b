import type {
  BulkAnswer,
  BulkChange,
  WorkItemRow,
} from "@headwater/revenue-cycle/work/work-item/work-item-answers.ts";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { formatDollars } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t, tOr } from "../../strings/translate.ts";

type Props = {
  readonly practice: string;
  readonly items: readonly WorkItemRow[];
  readonly onDone: () => void;
};

/** What is done to every selected item: chosen, previewed, done, and undone while it is the last. */
export function BulkBar({ practice, items, onDone }: Props) {
  const bulk = useBulk(practice, onDone);
  const [wanted, setWanted] = useState<BulkChange | undefined>(undefined);
  // What was previewed is what is done: another selection wants another preview.
  const isSame = idsOf(bulk.preview.variables?.items ?? []) === idsOf(items);
  const answer = isSame ? bulk.preview.data : undefined;
  const choose = (change: BulkChange) => {
    setWanted(change);
    bulk.preview.mutate({ change, items });
  };
  const error = bulk.preview.error ?? bulk.change.error ?? bulk.undo.error;
  const isDone = bulk.change.data !== undefined;
  useShortcut("u", () => bulk.undo.mutate(), isDone && items.length === 0);
  if (items.length === 0 && !isDone) return null;
  return (
    <section className="bulk-bar" aria-label={t("bulk.label")}>
      {items.length > 0 && <BulkChoices count={items.length} onChoose={choose} />}
      {wanted && answer && items.length > 0 && (
        <p role="status">
          {t("bulk.preview", { count: answer.changed, dollars: formatDollars(answer.cents) })}{" "}
          <Refused answer={answer} />{" "}
          <Button
            size="compact-sm"
            disabled={answer.changed === 0}
            loading={bulk.change.isPending}
            onClick={() => bulk.change.mutate({ change: wanted, items })}
          >
            {t("bulk.do")}
          </Button>
        </p>
      )}
      {items.length === 0 && bulk.change.data && (
        <p role="status">
          {t(bulk.undo.data ? "bulk.undone" : "bulk.done", {
            count: (bulk.undo.data ?? bulk.change.data).changed,
          })}{" "}
          {!bulk.undo.data && (
            <Button
              size="compact-sm"
              variant="default"
              loading={bulk.undo.isPending}
              onClick={() => bulk.undo.mutate()}
            >
              {t("bulk.undo")}
            </Button>
          )}
        </p>
      )}
      {error && (
        <p role="alert" className="error-line">
          {problemSentence(problemOf(error))}
        </p>
      )}
    </section>
  );
}

function idsOf(items: readonly WorkItemRow[]): string {
  return items.map(({ id }) => id).join();
}

type Wanted = { readonly change: BulkChange; readonly items: readonly WorkItemRow[] };

function useBulk(practice: string, onDone: () => void) {
  const queries = useQueryClient();
  const send = ({ change, items }: Wanted, isPreview: boolean) =>
    sendJson<BulkAnswer>(practiceAddress(practice, "work/many"), {
      method: "POST",
      body: { change, isPreview, items: items.map(({ id, revision }) => ({ id, revision })) },
    });
  const refresh = () => queries.invalidateQueries({ queryKey: [practice, "work"] });
  const preview = useMutation({ mutationFn: (wanted: Wanted) => send(wanted, true) });
  const undo = useMutation({
    mutationFn: () =>
      sendJson<BulkAnswer>(practiceAddress(practice, "work/many/undo"), { method: "POST" }),
    onSettled: refresh,
  });
  const change = useMutation({
    mutationFn: (wanted: Wanted) => send(wanted, false),
    onSuccess: () => {
      preview.reset();
      undo.reset();
      onDone();
    },
    onSettled: refresh,
  });
  return { preview, change, undo };
}

/** Why some of the selected items would stay as they are. */
function Refused({ answer }: { readonly answer: BulkAnswer }) {
  const counts = new Map<string, number>();
  for (const { outcome } of answer.rows) {
    if (outcome !== "changed") counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return [...counts]
    .map(([outcome, count]) => `${count} ${tOr(`bulkOutcome.${outcome}`, outcome)}.`)
    .join(" ");
}

type ChoicesProps = { readonly count: number; readonly onChoose: (change: BulkChange) => void };

function BulkChoices({ count, onChoose }: ChoicesProps) {
  const me = useSession()?.user.name ?? "";
  const [due, setDue] = useState("");
  const [reason, setReason] = useState("");
  const submit = (change: BulkChange) => (event: FormEvent) => {
    event.preventDefault();
    onChoose(change);
  };
  return (
    <>
      <strong>{t("bulk.selected", { count })}</strong>
      <Button size="compact-sm" variant="default" onClick={() => onChoose({ assignedTo: me })}>
        {t("bulk.take")}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onChoose({ assignedTo: null })}>
        {t("bulk.giveBack")}
      </Button>
      <form onSubmit={submit({ due })}>
        <input
          type="date"
          className="select"
          aria-label={t("bulk.due")}
          value={due}
          onChange={(event) => setDue(event.currentTarget.value)}
        />
        <Button type="submit" size="compact-sm" variant="default" disabled={due === ""}>
          {t("bulk.setDue")}
        </Button>
      </form>
      <form onSubmit={submit({ close: { reason: reason.trim() } })}>
        <input
          className="select"
          aria-label={t("bulk.reason")}
          placeholder={t("bulk.reason")}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="compact-sm"
          variant="default"
          disabled={reason.trim().length < 3}
        >
          {t("bulk.close")}
        </Button>
      </form>
    </>
  );
}
