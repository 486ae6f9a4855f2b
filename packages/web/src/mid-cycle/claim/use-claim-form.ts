import { fieldAsked, fieldAt } from "@headwater/revenue-cycle/mid-cycle/claim/find-form-field.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import type { ClaimContent } from "./claim-content-query.ts";
import { differences, type EditNode, valueAt } from "./claim-edit.ts";

/** The first connection that a claim is ready for. */
type Ready = { readonly rows: readonly { connectionId: number; claimIds: readonly number[] }[] };

/** What the form holds and what it does; the server's revision goes with every save. */
export function useClaimForm(practice: string, start: ClaimContent) {
  const queries = useQueryClient();
  const [stored, setStored] = useState(start);
  const [draft, setDraft] = useState<EditNode>(start.content);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [theirs, setTheirs] = useState<ClaimContent | undefined>(undefined);
  const errors = errorsOf(stored, draft, problem);
  useFocusOn(stored);
  const url = practiceAddress(practice, `claims/${stored.claimId}/content`);
  const save = async (): Promise<ClaimContent | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const body = draft;
      const { revision } = stored;
      const saved = await sendJson<ClaimContent>(url, { method: "PUT", body, revision });
      setStored(saved);
      setDraft(saved.content);
      await queries.invalidateQueries({ queryKey: [practice] });
      return saved;
    } catch (error) {
      const failed = problemOf(error);
      if (failed.code === "revision_changed") setTheirs(await getJson<ClaimContent>(url));
      else setProblem(failed);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const resolve = (taken: "mine" | "theirs") => {
    if (theirs === undefined) return;
    setStored(theirs);
    if (taken === "theirs") setDraft(theirs.content);
    setTheirs(undefined);
  };
  const send = async (): Promise<boolean> => {
    const saved = await save();
    if (saved?.state !== "ready") return false;
    setBusy(true);
    try {
      await sendClaim(practice, saved.claimId);
      await queries.invalidateQueries({ queryKey: [practice] });
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { stored, draft, setDraft, errors, isBusy, problem, save, send, theirs, resolve };
}

async function sendClaim(practice: string, claimId: number): Promise<void> {
  const ready = await getJson<Ready>(practiceAddress(practice, "batches/ready"));
  const connection = ready.rows.find(({ claimIds }) => claimIds.includes(claimId)) ?? ready.rows[0];
  if (connection === undefined) throw new TypeError("connection_missing");
  await sendJson(practiceAddress(practice, "batches"), {
    method: "POST",
    body: {
      id: crypto.randomUUID(),
      connectionId: connection.connectionId,
      claimIds: [claimId],
    },
  });
}

/** What is wrong, by path: what the server found in the stored claim, where it was not typed over. */
function errorsOf(
  stored: ClaimContent,
  draft: EditNode,
  problem: Problem | undefined,
): ReadonlyMap<string, string> {
  const typed = differences(stored.content, draft);
  const errors = new Map<string, string>();
  const add = (path: string, message: string) => {
    if (!typed.includes(path) && !errors.has(path)) errors.set(path, message);
  };
  const parties = (valueAt(stored.content, "parties") ?? []) as readonly EditNode[];
  const roles = parties.map((party) => String(party.entityCode));
  for (const fault of stored.faults) {
    const path = fieldAt(fault, roles);
    if (path !== undefined && fault.severity === "error") add(path, fault.message);
  }
  const asked = stored.rejection?.field ? fieldAsked(stored.rejection.field) : undefined;
  if (asked !== undefined && stored.isChangeable) add(asked, stored.rejection?.sentence ?? "");
  for (const { field, message } of problem?.fields ?? []) add(field, message);
  return errors;
}

/** A rejection or an error puts the cursor into the very field, once, when the form opens. */
function useFocusOn(stored: ClaimContent) {
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (isDone) return;
    setDone(true);
    const [first] = errorsOf(stored, stored.content, undefined).keys();
    if (first === undefined || !stored.isChangeable) return;
    const element = document.getElementById(first);
    element?.focus();
    element?.scrollIntoView({ block: "center" });
  }, [isDone, stored]);
}
