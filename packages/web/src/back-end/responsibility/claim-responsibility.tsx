import type { ResponsibilityRow } from "@headwater/revenue-cycle/back-end/responsibility/responsibility-answers.ts";
import type { ClaimAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatCents, formatDate } from "../../frame/format.ts";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";
import { useMoneyChange } from "../patient-account/account-query.ts";
import { ChangeFailure } from "../patient-account/change-failure.tsx";
import { MoveForm } from "./move-form.tsx";

type Props = { readonly practice: string; readonly claim: ClaimAnswer };

/** What people moved between the payers and the patient of a claim, and moving more. */
export function ClaimResponsibility({ practice, claim }: Props) {
  const session = useSession();
  const [isAsked, setAsked] = useState(false);
  const mayWrite = isAllowed(session, practice, "patient-account.write");
  const list = useQuery({
    queryKey: [practice, "claims", claim.id, "responsibility-transfers"],
    queryFn: ({ signal }) =>
      getJson<{ readonly rows: readonly ResponsibilityRow[] }>(
        practiceAddress(practice, `claims/${claim.id}/responsibility-transfers`),
        signal,
      ),
    enabled: isAllowed(session, practice, "ledger.read"),
  });
  const rows = list.data?.rows ?? [];
  const { openInsurance, openPatient } = claim.cents;
  const mayBegin = mayWrite && openInsurance + openPatient > 0 && claim.replacedBy === null;
  if (rows.length === 0 && !mayBegin) return null;
  return (
    <section aria-label={t("responsibility.title")}>
      <h2 className="section-title">{t("responsibility.title")}</h2>
      <ul className="plain-list">
        {rows.map((row) => (
          <Moved key={row.id} {...{ practice, row, mayWrite }} />
        ))}
      </ul>
      {mayBegin && !isAsked && (
        <p>
          <Button variant="default" onClick={() => setAsked(true)}>
            {t("responsibility.begin")}
          </Button>
        </p>
      )}
      {mayBegin && isAsked && (
        <MoveForm practice={practice} claim={claim} onDone={() => setAsked(false)} />
      )}
    </section>
  );
}

type RowProps = {
  readonly practice: string;
  readonly row: ResponsibilityRow;
  readonly mayWrite: boolean;
};

function Moved({ practice, row, mayWrite }: RowProps) {
  const [isAsked, setAsked] = useState(false);
  const undo = useMoneyChange(practice);
  const { undoneOn, standingCents, cents } = row;
  const isUndone = undoneOn !== null;
  const direction = t(`responsibility.${row.direction}`);
  const words = { amount: formatCents(cents), line: row.lineNumber, direction };
  return (
    <li className={isUndone ? "dim" : undefined}>
      {t("responsibility.row", words)}{" "}
      <span className="small">
        {formatDate(row.movedOn)} {row.recordedBy} {row.reason}
        {isUndone &&
          ` · ${t("responsibility.undone", {
            date: formatDate(undoneOn),
            reason: row.undoReason ?? "",
          })}`}
        {!isUndone &&
          standingCents !== cents &&
          ` · ${t("responsibility.stands", { amount: formatCents(standingCents) })}`}
      </span>{" "}
      {mayWrite && !isUndone && !isAsked && (
        <button type="button" className="link-button" onClick={() => setAsked(true)}>
          {t("responsibility.undo")}
        </button>
      )}
      {isAsked && !isUndone && (
        <>
          <ReasonForm
            place={`responsibility ${row.id}`}
            label={t("responsibility.undoReason")}
            button={t("responsibility.undo")}
            isBusy={undo.isPending}
            onGiven={(reason) =>
              undo.mutate({ path: `responsibility-transfers/${row.id}/undo`, body: { reason } })
            }
          />
          <ChangeFailure error={undo.error} />
          <button type="button" className="link-button" onClick={() => setAsked(false)}>
            {t("responsibility.keep")}
          </button>
        </>
      )}
    </li>
  );
}
