import type { PaperEntry } from "@headwater/revenue-cycle/back-end/paper-remittance/paper-entry.ts";
import type { PaperAnswer } from "@headwater/revenue-cycle/back-end/paper-remittance/paper-remittance-answers.ts";
import type { PaperClaimFacts } from "@headwater/revenue-cycle/back-end/paper-remittance/read-paper.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";

/** How long nothing is typed before the draft is saved, in milliseconds. */
const restMs = 500;

type Saving = "saved" | "unsaved" | "saving" | "conflict";

/** A draft as it is typed; every rest saves it, so that a lost session takes nothing away. */
export function usePaperDraft(practice: string, paper: PaperAnswer) {
  const [entry, setEntry] = useState<PaperEntry>(paper.entry);
  const [facts, setFacts] = useState<ReadonlyMap<number, PaperClaimFacts>>(
    () => new Map(paper.claims.map((claim) => [claim.claimId, claim])),
  );
  const [state, setState] = useState<Saving>("saved");
  const revision = useRef(paper.revision);
  const running = useRef<Promise<void>>(Promise.resolve());
  const queries = useQueryClient();
  const latest = useRef(entry);
  latest.current = entry;
  const send = async () => {
    const sent = latest.current;
    setState("saving");
    try {
      const answer = await sendJson<PaperAnswer>(
        practiceAddress(practice, `paper-remittances/${paper.id}`),
        { method: "PUT", body: sent, revision: revision.current },
      );
      revision.current = answer.revision;
      queries.setQueryData([practice, "paper-remittances", paper.id], answer);
      setState(latest.current === sent ? "saved" : "unsaved");
    } catch (error) {
      setState(problemOf(error).code === "revision_changed" ? "conflict" : "unsaved");
    }
  };
  /** Saves what is typed, one request after the other. */
  const save = () => {
    running.current = running.current.then(send);
    return running.current;
  };
  useEffect(() => {
    if (state !== "unsaved") return;
    const timer = setTimeout(() => void save(), restMs);
    return () => clearTimeout(timer);
  });
  const change = (part: Partial<PaperEntry>) => {
    setEntry((before) => ({ ...before, ...part }));
    setState((before) => (before === "conflict" ? before : "unsaved"));
  };
  const addFacts = (claim: PaperClaimFacts) =>
    setFacts((before) => new Map(before).set(claim.claimId, claim));
  return { entry, facts, state, change, addFacts, save };
}

export type PaperDraft = ReturnType<typeof usePaperDraft>;
