import type { EncounterAnswer } from "@headwater/revenue-cycle/mid-cycle/encounter/encounter-answers.ts";
import type { HoldRow } from "@headwater/revenue-cycle/work/hold/hold-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { HeldNotice } from "../../work/hold/held-notice.tsx";
import { HoldForm } from "../../work/hold/hold-form.tsx";

type Finding = {
  readonly code: string;
  readonly severity: "hold" | "warning" | "information";
  readonly message: string;
  readonly field: string | null;
  readonly state: "open" | "released";
  readonly settledBy: string | null;
  readonly settleReason: string | null;
};

type Answer = { readonly findings: readonly Finding[]; readonly hold: HoldRow | null };

/**
 * What the edits found when the charges were saved last: by field while nothing is typed over them, and
 * those that no field of the page is about. The first one that holds the claim gets the cursor.
 */
export function useChargeFindings(
  practice: string,
  known: EncounterAnswer | undefined,
  isAsSaved: boolean,
) {
  const isOpen = known?.state === "open";
  const answer = useQuery({
    queryKey: [practice, "encounters", "findings", known?.id, known?.revision],
    queryFn: ({ signal }) =>
      getJson<Answer>(practiceAddress(practice, `encounters/${known?.id ?? 0}/findings`), signal),
    enabled: isOpen,
  });
  const findings = isOpen ? answer.data?.findings : undefined;
  const open = findings?.filter(({ state }) => state === "open");
  const first = open?.find(({ field, severity }) => field !== null && severity === "hold");
  const firstField = first?.field ?? undefined;
  useEffect(() => {
    if (firstField !== undefined) document.getElementById(firstField)?.focus();
  }, [firstField]);
  return useMemo(() => {
    const byField = new Map<string, string>();
    for (const { field, message, state } of isAsSaved ? (findings ?? []) : []) {
      if (field === null || state === "released") continue;
      byField.set(field, [byField.get(field), message].filter(Boolean).join(" "));
    }
    return { byField, findings: findings ?? [], hold: (isOpen && answer.data?.hold) || null };
  }, [findings, isAsSaved, isOpen, answer.data?.hold]);
}

type Props = {
  readonly practice: string;
  readonly encounterId: number | undefined;
  readonly isOpen: boolean;
  readonly found: ReturnType<typeof useChargeFindings>;
};

/** What no field of the page is about, what a person released, and the hold with who must act. */
export function ChargeFindings({ practice, encounterId, isOpen, found }: Props) {
  const mayHold = isAllowed(useSession(), practice, "claim.write");
  const { findings, hold } = found;
  const shown = findings.filter(({ field, state }) => field === null || state === "released");
  return (
    <>
      {shown.map(({ code, message, state, settledBy, settleReason }) => (
        <p key={code} className="waiting-work">
          {message} <span className="small">{code}</span>{" "}
          {state === "released" &&
            t("chargeHold.released", { who: settledBy ?? "", reason: settleReason ?? "" })}
        </p>
      ))}
      {hold && <HeldNotice practice={practice} hold={hold} effect={t("personHold.charges")} />}
      {!hold && isOpen && mayHold && encounterId !== undefined && (
        <HoldForm practice={practice} path={`encounters/${encounterId}`} owner="provider" />
      )}
    </>
  );
}
