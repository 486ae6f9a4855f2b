import { chargeFieldOfMissing } from "@headwater/revenue-cycle/mid-cycle/charge/charge-field.ts";
import type { EncounterAnswer } from "@headwater/revenue-cycle/mid-cycle/encounter/encounter-answers.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useFormDraft } from "../../frame/drafts.ts";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { bodyOf, type EncounterForm, formOf } from "./encounter-draft.ts";

/** The visit as the server has it, nothing for a new one, and what is typed upon it. */
export type ChargeStart = {
  readonly practice: string;
  readonly known: EncounterAnswer | undefined;
  readonly form: EncounterForm;
  /** What was refused last; it outlives the form, which begins anew once a new visit is saved. */
  readonly refusal: readonly [Problem | undefined, (problem: Problem | undefined) => void];
};

/** The form of a visit's charges: what is typed outlives the page until it is saved. */
export function useCharging(start: ChargeStart) {
  const { practice, known } = start;
  const typed = useTypedCharges(start);
  const { base, form, theirs, settle, isTyped, isRestored } = typed;
  const navigate = useNavigate();
  const acting = useCharges(start, base);
  const write = async (): Promise<EncounterAnswer> => {
    const body = bodyOf(form, base);
    const saved = await sendJson<EncounterAnswer>(
      practiceAddress(practice, base ? `encounters/${base.id}` : "encounters"),
      base ? { method: "PUT", body, revision: base.revision } : { method: "POST", body },
    );
    settle(saved);
    if (base === undefined) {
      const params = { practice, encounter: String(saved.id) };
      await navigate({ to: "/p/$practice/encounters/$encounter", params, replace: true });
    }
    return saved;
  };
  const save = () => acting.act(async () => void (await write()));
  const bill = () =>
    acting.act(async () => {
      const { id } = await write();
      const url = practiceAddress(practice, `encounters/${id}/claim`);
      const { claimId } = await sendJson<{ claimId: number }>(url, { method: "POST" });
      const params = { practice, claim: String(claimId) };
      void navigate({ to: "/p/$practice/claims/$claim/form", params });
    });
  const waive = (reason: string) =>
    acting.act(async () => {
      if (base === undefined) return;
      const url = practiceAddress(practice, `encounters/${base.id}/no-charge`);
      const { revision } = base;
      settle(await sendJson<EncounterAnswer>(url, { method: "POST", body: { reason }, revision }));
    });
  const resolve = (merged: EncounterForm) => typed.startOver({ base: known, form: merged }, true);
  const [problem] = start.refusal;
  useFocusOnProblem(problem);
  const { isBusy } = acting;
  const state = { base, form, theirs, isTyped, isRestored, isBusy, problem };
  return { ...state, errors: errorsOf(problem), change: typed.type, save, bill, waive, resolve };
}

/** What is typed, on what the server has; `theirs` is what another person saved meanwhile. */
function useTypedCharges({ practice, known, form: start }: ChargeStart) {
  const queries = useQueryClient();
  const key = `charges ${practice} ${known?.id ?? `new ${start.appointmentId ?? ""}`}`;
  const typed = useFormDraft<EncounterForm, EncounterAnswer | undefined>(key, {
    base: known,
    form: start,
  });
  const { base, form, isTyped } = typed;
  const [isRestored] = useState(isTyped);
  const isOutrun = (known?.revision ?? 0) > (base?.revision ?? 0);
  useEffect(() => {
    // What another person saved is shown at once where nothing of one's own is typed.
    if (isOutrun && !isTyped) typed.startOver({ base: known, form: start });
  });
  const settle = (saved: EncounterAnswer) => {
    queries.setQueryData([practice, "encounters", String(saved.id)], saved);
    // A new visit has a form of its own once it is saved: nothing of this one is left to be typed on.
    typed.startOver(base === undefined ? { base, form } : { base: saved, form: formOf(saved) });
  };
  const theirs = isOutrun && isTyped ? known : undefined;
  return { ...typed, isRestored, theirs, settle };
}

/** Runs what is done with charges; where another person was first, what he saved is fetched. */
function useCharges({ practice, refusal }: ChargeStart, base: EncounterAnswer | undefined) {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [, setProblem] = refusal;
  const showTheirs = () =>
    queries.fetchQuery({
      queryKey: [practice, "encounters", String(base?.id)],
      queryFn: () =>
        getJson<EncounterAnswer>(practiceAddress(practice, `encounters/${base?.id ?? 0}`)),
      staleTime: 0,
    });
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
      await queries.invalidateQueries({ queryKey: [practice] });
    } catch (error) {
      const failed = problemOf(error);
      if (failed.code === "revision_changed") await showTheirs();
      else setProblem(failed);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, act };
}

/** What was refused, by the field of the page. */
function errorsOf(problem: Problem | undefined): ReadonlyMap<string, string> {
  return new Map(
    (problem?.fields ?? []).flatMap(({ field, message }) => {
      const isLacking = problem?.code === "claim_incomplete";
      const shown = isLacking ? chargeFieldOfMissing(field) : field;
      return shown === undefined ? [] : [[shown, message] as const];
    }),
  );
}

/** What is refused puts the cursor into its first field. */
function useFocusOnProblem(problem: Problem | undefined) {
  useEffect(() => {
    const [first] = errorsOf(problem).keys();
    if (first !== undefined) document.getElementById(first)?.focus();
  }, [problem]);
}
