import type { ConnectionScheduleAnswer } from "@headwater/revenue-cycle/back-end/submission/batch-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { formatInstant } from "../../frame/format.ts";
import { FailureNotice, problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";

const timeFields = ["pickUpTimes", "sendTimes"] as const;
const numberFields = [
  "timeoutSeconds",
  "attempts",
  "retryPauseMs",
  "failuresToOpen",
  "openSeconds",
  "openMostSeconds",
] as const;

type Props = {
  readonly practice: string;
  readonly connection: { readonly id: number; readonly name: string };
  readonly onDone: () => void;
};

/** When files go by themselves over a connection, and how patient we are with its far end. */
export function ConnectionScheduleForm({ practice, connection, onDone }: Props) {
  const address = practiceAddress(practice, `connections/${connection.id}/schedule`);
  const known = useQuery({
    queryKey: [practice, "connections", connection.id, "schedule"],
    queryFn: ({ signal }) => getJson<ConnectionScheduleAnswer>(address, signal),
    staleTime: 0,
  });
  if (known.error) {
    return <FailureNotice error={known.error} onRetry={() => void known.refetch()} />;
  }
  if (known.data === undefined) return null;
  return (
    <section aria-label={t("connections.schedule.title", { name: connection.name })}>
      <h3 className="section-title">
        {t("connections.schedule.title", { name: connection.name })}
      </h3>
      <ScheduleState known={known.data} />
      <Fields
        key={known.data.revision}
        address={address}
        practice={practice}
        known={known.data}
        onDone={onDone}
      />
    </section>
  );
}

function ScheduleState({ known }: { readonly known: ConnectionScheduleAnswer }) {
  const { pickedUpAt, sentAt, lastRefusal, pickUpTimes, pickUpMinutes, sendTimes } = known;
  const picksUp = pickUpTimes.length > 0 || pickUpMinutes !== null;
  const words = [
    picksUp &&
      pickedUpAt &&
      t("connections.schedule.pickedUp", { time: formatInstant(pickedUpAt) }),
    sendTimes.length > 0 &&
      sentAt &&
      t("connections.schedule.sent", { time: formatInstant(sentAt) }),
  ].filter(Boolean);
  return (
    <p className="dim">
      {words.length === 0 ? t("connections.schedule.byPeople") : words.join(" · ")}
      {lastRefusal && (
        <span className="error-line">
          {" "}
          {t("connections.schedule.refused", { code: lastRefusal })}
        </span>
      )}
    </p>
  );
}

type FieldsProps = {
  readonly address: string;
  readonly practice: string;
  readonly known: ConnectionScheduleAnswer;
  readonly onDone: () => void;
};

type Text = Record<
  (typeof timeFields)[number] | (typeof numberFields)[number] | "pickUpMinutes",
  string
>;

function textOf(known: ConnectionScheduleAnswer): Text {
  const numbers = Object.fromEntries(numberFields.map((field) => [field, String(known[field])]));
  return {
    ...(numbers as Record<(typeof numberFields)[number], string>),
    pickUpTimes: known.pickUpTimes.join(" "),
    sendTimes: known.sendTimes.join(" "),
    pickUpMinutes: known.pickUpMinutes === null ? "" : String(known.pickUpMinutes),
  };
}

const times = (text: string) => text.split(/[\s,]+/).filter((time) => time !== "");
const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);

function Fields({ address, practice, known, onDone }: FieldsProps) {
  const queries = useQueryClient();
  const [text, setText] = useState(() => textOf(known));
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    const body = {
      ...Object.fromEntries(numberFields.map((field) => [field, Number(text[field])])),
      pickUpTimes: times(text.pickUpTimes),
      sendTimes: times(text.sendTimes),
      pickUpMinutes: text.pickUpMinutes.trim() === "" ? null : Number(text.pickUpMinutes),
    };
    try {
      await sendJson(address, { method: "PUT", body, revision: known.revision });
      await queries.invalidateQueries({ queryKey: [practice, "connections"] });
      onDone();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const wrong = (field: keyof Text) => {
    const isTimes = timeFields.some((one) => one === field);
    if (isTimes && !times(text[field]).every(isTime)) return t("connections.schedule.wrongTime");
    return problem?.fields.find((one) => one.field.split(".")[0] === field)?.message;
  };
  const input = (field: keyof Text, hint?: string) => (
    <TextInput
      key={field}
      label={t(`connections.schedule.${field}`)}
      description={hint}
      value={text[field]}
      error={wrong(field)}
      inputMode={timeFields.some((one) => one === field) ? "text" : "numeric"}
      onChange={(event) => setText({ ...text, [field]: event.currentTarget.value })}
    />
  );
  return (
    <form onSubmit={(event) => void save(event)} className="claim-form-group">
      {input("pickUpTimes", t("connections.schedule.timesHint"))}
      {input("pickUpMinutes")}
      {input("sendTimes")}
      {numberFields.map((field) => input(field))}
      <Button type="submit">{t("connections.schedule.save")}</Button>
      {problem && (
        <p role="alert" className="error-line">
          {problemSentence(problem)}
        </p>
      )}
    </form>
  );
}
