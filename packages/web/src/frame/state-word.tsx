import { tOr } from "../strings/translate.ts";

/** risk: money at risk; ours: waiting for us; theirs: waiting for someone else; done; note: informational. */
export type Tone = "risk" | "ours" | "theirs" | "done" | "note";

const toneOfState: Readonly<Record<string, Tone>> = {
  draft: "ours",
  held: "ours",
  ready: "ours",
  submitted: "theirs",
  rejected: "risk",
  accepted: "theirs",
  pending: "theirs",
  paid: "done",
  "partly-paid": "ours",
  denied: "risk",
  forwarded: "theirs",
  patient: "theirs",
  closed: "done",
  replaced: "note",
  void: "note",
  waiting: "theirs",
  reading: "theirs",
  read: "done",
  issues: "ours",
  refused: "risk",
  approved: "done",
  withdrawn: "note",
  duplicate: "note",
  posted: "done",
  recorded: "done",
  quarantined: "risk",
  suspense: "ours",
  matched: "done",
  unmatched: "ours",
  "reversed-original": "note",
  "unmatched-reversal": "risk",
  open: "risk",
  reversed: "note",
  superseded: "note",
  interrupted: "risk",
  "not-used": "note",
  "in-force": "done",
  incomplete: "ours",
  "not-in-force": "ours",
  "not-loaded": "note",
  absent: "risk",
  valid: "done",
  heading: "note",
  "not-yet": "risk",
  ended: "risk",
  agrees: "done",
  "no-deposit": "theirs",
  "no-remittance": "risk",
  "not-posted": "risk",
  "month-open": "ours",
  "month-closed": "done",
};

/** A state as a word with its colour beside it, never a colour alone. */
export function StateWord({ state }: { readonly state: string }) {
  return (
    <span className="state-word" data-tone={toneOfState[state] ?? "note"}>
      {tOr(`stateWord.${state}`, state)}
    </span>
  );
}
