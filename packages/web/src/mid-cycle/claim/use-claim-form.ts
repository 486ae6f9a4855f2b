import {
  claimFieldOf,
  missingEntry,
} from "@headwater/revenue-cycle/mid-cycle/claim/claim-field-of-finding.ts";
import { claimFormLists } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-lists.ts";
import { fieldAsked, fieldAt } from "@headwater/revenue-cycle/mid-cycle/claim/find-form-field.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useFormDraft } from "../../frame/drafts.ts";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import type { MendedFact } from "./claim-actions.tsx";
import type { ClaimContent } from "./claim-content-query.ts";
import { differences, type EditNode, valueAt, withValue } from "./claim-edit.ts";

type Shown = Parameters<typeof claimFieldOf>[1];

/** The first connection that a claim is ready for. */
type Ready = { readonly rows: readonly { connectionId: number; claimIds: readonly number[] }[] };

/**
 * What the form holds and what it does. What is typed outlives the page until it is saved; where
 * somebody else saved meanwhile, `theirs` is what stands now.
 */
export function useClaimForm(practice: string, start: ClaimContent, asked?: MendedFact) {
  const queries = useQueryClient();
  const typed = useFormDraft<EditNode, ClaimContent>(`claim ${practice} ${start.claimId}`, {
    base: start,
    form: start.content,
  });
  const { base: stored, form: draft } = typed;
  const [isRestored] = useState(typed.isTyped);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [theirs, setTheirs] = useState(start.revision > stored.revision ? start : undefined);
  const errors = errorsOf(stored, draft, problem);
  useFocusOn({ stored, asked, isActive: theirs === undefined }, (form) =>
    typed.startOver({ base: stored, form }),
  );
  const url = practiceAddress(practice, `claims/${stored.claimId}/content`);
  const save = async (): Promise<ClaimContent | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const body = withoutEmptyEntries(draft);
      const { revision } = stored;
      const saved = await sendJson<ClaimContent>(url, { method: "PUT", body, revision });
      typed.startOver({ base: saved, form: saved.content });
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
  const resolve = (merged: EditNode) => {
    if (theirs === undefined) return;
    typed.startOver({ base: theirs, form: merged }, true);
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
  const state = { stored, draft, errors, isBusy, problem, theirs, isRestored };
  return { ...state, setDraft: typed.type, save, send, resolve };
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

/** Entries of lists in which nothing was typed say nothing. */
function withoutEmptyEntries(draft: EditNode): EditNode {
  return claimFormLists.reduce((node, { path, value }) => {
    const entries = (valueAt(node, path) ?? []) as readonly EditNode[];
    const said = entries.filter((entry) => entry[value] !== "" && entry[value] !== undefined);
    return said.length === entries.length ? node : withValue(node, path, said);
  }, draft);
}

/** What is wrong, by path: what the server found in the stored claim, where it was not typed over. */
function errorsOf(
  stored: ClaimContent,
  draft: EditNode,
  problem: Problem | undefined,
): ReadonlyMap<string, string> {
  const typed = differences(stored.content, draft);
  const errors = new Map<string, string>();
  for (const [path, message] of wrongFields(stored)) {
    const shown = missingEntry(path)?.list ?? path;
    if (!typed.includes(shown) && !errors.has(shown)) errors.set(shown, message);
  }
  for (const { field, message } of problem?.fields ?? []) errors.set(field, message);
  return errors;
}

/** Fields of the stored claim with what is wrong there, what stops it first. */
function wrongFields(stored: ClaimContent): (readonly [path: string, message: string])[] {
  const parties = (valueAt(stored.content, "parties") ?? []) as readonly EditNode[];
  const roles = parties.map((party) => String(party.entityCode));
  const { rejection } = stored;
  const faults = stored.faults.filter(({ severity }) => severity === "error");
  const asked = rejection?.field && stored.isChangeable ? fieldAsked(rejection.field) : undefined;
  const found = [
    ...faults.map((fault) => [fieldAt(fault, roles), fault.message] as const),
    ...stored.findings.map(({ field, message }) => [field, message] as const),
    [asked, rejection?.sentence ?? ""] as const,
  ];
  return found.flatMap(([path, message]) => (path ? [[path, message] as const] : []));
}

type Opened = {
  readonly stored: ClaimContent;
  readonly asked: MendedFact | undefined;
  readonly isActive: boolean;
};

/**
 * A rejection, an error or what an edit found puts the cursor into the very field: when the form
 * opens, and again when what was saved is not right yet. An entry that is missing is begun.
 */
function useFocusOn({ stored, asked, isActive }: Opened, begin: (draft: EditNode) => void) {
  const seen = useRef(-1);
  useEffect(() => {
    if (!isActive || !stored.isChangeable || seen.current === stored.revision) return;
    seen.current = stored.revision;
    const [[wrong] = []] = wrongFields(stored);
    const path = wrong ?? (asked && claimFieldOf(asked, stored.content as unknown as Shown));
    const missing = path && missingEntry(path);
    if (missing) focusOn(beginEntry(stored.content, missing, begin));
    else if (path) focusOn(path);
  }, [isActive, stored, asked, begin]);
}

/** Puts an empty entry at the end of a list; answers the path of its value. */
function beginEntry(
  content: EditNode,
  { list, qualifier }: NonNullable<ReturnType<typeof missingEntry>>,
  begin: (draft: EditNode) => void,
): string {
  const value = claimFormLists.find(({ path }) => path === list)?.value ?? "id";
  const entries = (valueAt(content, list) ?? []) as readonly EditNode[];
  begin(withValue(content, list, [...entries, { qualifier, [value]: "" }]));
  return `${list}.${entries.length}.${value}`;
}

/** What is wrong there is typed over, not typed after. */
function focusOn(path: string) {
  setTimeout(() => {
    const element = document.getElementById(path);
    element?.focus();
    if (element instanceof HTMLInputElement) element.select();
    element?.scrollIntoView({ block: "center" });
  }, 0);
}
