import type { WriteOffRow } from "@headwater/revenue-cycle/back-end/write-off/write-off-answers.ts";
import type { ClaimAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatCents, formatDate, formatDollars } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t, tOr } from "../../strings/translate.ts";
import { WriteOffForm } from "./write-off-form.tsx";

type Props = { readonly practice: string; readonly claim: ClaimAnswer };

/** What was given up of what payers owed for a claim, and giving up more of it. */
export function ClaimWriteOffs({ practice, claim }: Props) {
  const session = useSession();
  const [isAsked, setAsked] = useState(false);
  const mayRead = isAllowed(session, practice, "ledger.read");
  const mayWrite = isAllowed(session, practice, "write-off.write");
  const list = useQuery({
    queryKey: [practice, "write-offs", { claim: claim.id }],
    queryFn: ({ signal }) =>
      getJson<{ readonly rows: readonly WriteOffRow[] }>(
        practiceAddress(practice, "write-offs", { claim: claim.id, limit: 50 }),
        signal,
      ),
    enabled: mayRead,
  });
  const rows = list.data?.rows ?? [];
  const mayBegin = mayWrite && claim.cents.openInsurance > 0 && claim.replacedBy === null;
  if (rows.length === 0 && !mayBegin) return null;
  return (
    <section aria-label={t("writeOff.title")}>
      <h2 className="section-title">{t("writeOff.title")}</h2>
      {rows.length > 0 && (
        <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {rows.map((row) => (
            <WrittenOff key={row.id} {...{ practice, row, mayWrite }} />
          ))}
        </ul>
      )}
      {mayBegin && !isAsked && (
        <p>
          <Button variant="default" onClick={() => setAsked(true)}>
            {t("writeOff.begin")}
          </Button>
        </p>
      )}
      {mayBegin && isAsked && (
        <WriteOffForm practice={practice} claim={claim} onDone={() => setAsked(false)} />
      )}
    </section>
  );
}

type RowProps = {
  readonly practice: string;
  readonly row: WriteOffRow;
  readonly mayWrite: boolean;
};

function WrittenOff({ practice, row, mayWrite }: RowProps) {
  const [isAsked, setAsked] = useState(false);
  const isUndone = row.undoneOn !== null;
  return (
    <li className={isUndone ? "dim" : undefined}>
      {formatCents(row.cents)} · {t("claim.line")} {row.lineNumber} ·{" "}
      {tOr(`writeOffReason.${row.reasonCode}`, row.reasonCode)} ·{" "}
      {t(row.isAvoidable ? "writeOff.yes" : "writeOff.no")}{" "}
      <span className="small">
        {formatDate(row.writtenOffOn)} {row.recordedBy} {row.remark}
        {isUndone &&
          ` · ${t("writeOff.undone", {
            date: formatDate(row.undoneOn ?? row.writtenOffOn),
            reason: row.undoReason ?? "",
          })}`}
        {!isUndone &&
          row.standingCents !== row.cents &&
          ` · ${t("writeOff.partly", { dollars: formatDollars(row.standingCents) })}`}
      </span>{" "}
      {mayWrite && !isUndone && !isAsked && (
        <button type="button" className="link-button" onClick={() => setAsked(true)}>
          {t("writeOff.undo")}
        </button>
      )}
      {isAsked && !isUndone && (
        <UndoForm practice={practice} row={row} onKeep={() => setAsked(false)} />
      )}
    </li>
  );
}

type UndoProps = Omit<RowProps, "mayWrite"> & { readonly onKeep: () => void };

function UndoForm({ practice, row, onKeep }: UndoProps) {
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () =>
      sendJson(practiceAddress(practice, `write-offs/${row.id}/undo`), {
        method: "POST",
        body: { reason },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) undo.mutate();
      }}
    >
      <TextInput
        autoFocus
        maw={480}
        mb="xs"
        label={t("writeOff.undoReason")}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {undo.isError && (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(undo.error))}
        </p>
      )}
      <Button
        type="submit"
        size="compact-sm"
        disabled={!reason.trim()}
        loading={undo.isPending}
        mr="xs"
      >
        {t("writeOff.undo")}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onKeep}>
        {t("writeOff.keep")}
      </Button>
    </form>
  );
}
