import type { EncounterAnswer } from "@headwater/revenue-cycle/mid-cycle/encounter/encounter-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { getJson, practiceAddress } from "../../frame/request.ts";

type Finding = {
  readonly code: string;
  readonly severity: "hold" | "warning" | "information";
  readonly message: string;
  readonly field: string | null;
};

/**
 * What the edits find about the charges as they were saved last: by field while nothing is typed over
 * them, and those that no field of the page is about. The first one that would hold the claim gets the
 * cursor.
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
      getJson<{ readonly findings: readonly Finding[] }>(
        practiceAddress(practice, `encounters/${known?.id ?? 0}/findings`),
        signal,
      ),
    enabled: isOpen,
  });
  const findings = answer.data?.findings;
  const first = findings?.find(({ field, severity }) => field !== null && severity === "hold");
  const firstField = first?.field ?? undefined;
  useEffect(() => {
    if (firstField !== undefined) document.getElementById(firstField)?.focus();
  }, [firstField]);
  return useMemo(() => {
    const byField = new Map<string, string>();
    for (const { field, message } of isAsSaved ? (findings ?? []) : []) {
      if (field === null) continue;
      byField.set(field, [byField.get(field), message].filter(Boolean).join(" "));
    }
    return { byField, elsewhere: (findings ?? []).filter(({ field }) => field === null) };
  }, [findings, isAsSaved]);
}

/** Findings that are about no field of the page. */
export function ChargeFindings({ findings }: { readonly findings: readonly Finding[] }) {
  return findings.map(({ code, message }) => (
    <p key={code} className="waiting-work">
      {message} <span className="small">{code}</span>
    </p>
  ));
}
