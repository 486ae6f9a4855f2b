import { Button, Checkbox, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";

const fields = ["name", "folder", "senderId", "receiverId", "receiverName"] as const;
type Draft = Record<(typeof fields)[number], string> & { isTest: boolean };
const empty: Draft = {
  name: "",
  folder: "",
  senderId: "",
  receiverId: "",
  receiverName: "",
  isTest: false,
};

type Props = { readonly practice: string; readonly onDone: () => void };

/** Describes the folder that claims go out by. */
export function ConnectionForm({ practice, onDone }: Props) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(empty);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    try {
      await sendJson(practiceAddress(practice, "connections"), { method: "POST", body: draft });
      await queries.invalidateQueries({ queryKey: [practice] });
      onDone();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <form onSubmit={(event) => void save(event)} className="claim-form-group">
      {fields.map((field) => (
        <TextInput
          key={field}
          label={t(`batches.${field}`)}
          value={draft[field]}
          required
          error={problem?.fields.find((each) => each.field === field)?.message}
          onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
        />
      ))}
      <Checkbox
        label={t("batches.isTest")}
        checked={draft.isTest}
        onChange={(event) => setDraft({ ...draft, isTest: event.currentTarget.checked })}
      />
      <Button type="submit">{t("batches.addConnection")}</Button>
      {problem && (
        <p role="alert" className="error-line">
          {problemSentence(problem)}
        </p>
      )}
    </form>
  );
}
