import type { CodePair } from "@headwater/revenue-cycle/masters/code-set/code-set-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { formatDate } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t, tOr } from "../../strings/translate.ts";

type Props = { readonly practice: string; readonly on: string | undefined };
type Pair = { readonly first: string; readonly second: string };

const codeForm = /^[0-9A-Za-z]{5}$/;

/** May two codes be billed together on a day? */
export function CodePairCheck({ practice, on }: Props) {
  const [typed, setTyped] = useState<Pair>({ first: "", second: "" });
  const [asked, setAsked] = useState<Pair | undefined>(undefined);
  const isAskable = codeForm.test(typed.first) && codeForm.test(typed.second);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (isAskable) setAsked(typed);
  };
  const field = (name: keyof Pair) => (
    <TextInput
      label={t(`codeSets.${name}`)}
      value={typed[name]}
      maxLength={5}
      w={140}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value.trim() })}
    />
  );
  return (
    <div className="pair-check">
      <form onSubmit={ask}>
        {field("first")}
        {field("second")}
        <Button type="submit" disabled={!isAskable}>
          {t("codeSets.checkPair")}
        </Button>
      </form>
      {asked && <PairAnswer practice={practice} pair={asked} on={on} />}
    </div>
  );
}

function PairAnswer({ practice, pair, on }: Props & { readonly pair: Pair }) {
  const answer = useQuery({
    queryKey: [practice, "code-sets", "pair", pair, on],
    queryFn: ({ signal }) =>
      getJson<CodePair>(practiceAddress(practice, "code-sets/pairs", { ...pair, on }), signal),
  });
  if (answer.error) return <FailureNotice error={answer.error} />;
  if (!answer.data) return <p className="dim">{t("state.loading")}</p>;
  const { edits, edition } = answer.data;
  if (edits.length === 0) {
    return (
      <p role="status">{t(`codeSets.pair-${answer.data.answer}`, { edition: edition ?? "" })}</p>
    );
  }
  return (
    <div role="status">
      {edits.map((edit) => (
        <p key={`${edit.column1} ${edit.column2} ${edit.effectiveFrom}`}>
          {tOr(`codeSets.edit-${edit.modifierIndicator}`, "", {
            column1: edit.column1.toUpperCase(),
            column2: edit.column2.toUpperCase(),
          })}{" "}
          <span className="small">
            {edit.rationale} · {edition} ·{" "}
            {t("codeSets.codeFrom", { date: formatDate(edit.effectiveFrom) })}
          </span>
        </p>
      ))}
    </div>
  );
}
