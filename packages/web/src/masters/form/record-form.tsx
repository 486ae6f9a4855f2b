import { type MasterFault, masterFaults } from "@headwater/revenue-cycle/masters/master-faults.ts";
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { type PracticePath, practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { type FieldShape, RecordField } from "./record-field.tsx";
import "./record-form.css";

type Values = Readonly<Record<string, string | number | boolean | null>>;
export type Recorded = { readonly id?: number; readonly revision: number };

export type RecordFormProps<Draft extends Values, Answer extends Recorded> = {
  readonly practice: string;
  /** Where it is sent: POST while it is new, PUT afterwards. */
  readonly path: PracticePath;
  readonly known: Answer | undefined;
  readonly start: Draft;
  /** Fields side by side, row by row. */
  readonly rows: readonly (readonly FieldShape<keyof Draft & string>[])[];
  readonly faultsOf: (draft: Draft) => readonly MasterFault[];
  /** What can be kept but will be missed. */
  readonly warningsOf?: (draft: Draft) => readonly MasterFault[];
  readonly mayWrite: boolean;
  readonly onSaved: (answer: Answer) => void;
  readonly onReload: () => void;
};

/** Describes a record of the masters; what is wrong is told at its field, once saving was tried. */
export function RecordForm<Draft extends Values, Answer extends Recorded>(
  props: RecordFormProps<Draft, Answer>,
) {
  const { rows, mayWrite, known, warningsOf } = props;
  const [draft, setDraft] = useState(props.start);
  const saving = useSaving(props);
  const errors = saving.errorsOf(draft);
  const warnings = new Map(
    warningsOf?.(draft).map(({ field, code }) => [field, masterFaults[code]]) ?? [],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void saving.save(draft);
  };
  return (
    <form className="record-form" onSubmit={submit} noValidate>
      {rows.map((fields) => (
        <div key={fields.map(({ field }) => field).join()} className="record-form-row">
          {fields.map((shape) => (
            <RecordField
              key={shape.field}
              shape={shape}
              value={draft[shape.field] ?? ""}
              error={errors.get(shape.field)}
              warning={warnings.get(shape.field)}
              isReadOnly={!mayWrite}
              onChange={(value) => setDraft({ ...draft, [shape.field]: value })}
            />
          ))}
        </div>
      ))}
      <Outcome saving={saving} onReload={props.onReload} />
      {mayWrite && (
        <Button type="submit" loading={saving.isBusy} style={{ justifySelf: "start" }}>
          {t(known ? "masters.save" : "masters.add")}
        </Button>
      )}
    </form>
  );
}

type Saving<Draft> = {
  readonly isBusy: boolean;
  readonly isSaved: boolean;
  readonly problem: Problem | undefined;
  readonly errorsOf: (draft: Draft) => ReadonlyMap<string, string>;
  readonly save: (draft: Draft) => Promise<void>;
};

function useSaving<Draft extends Values, Answer extends Recorded>(
  props: RecordFormProps<Draft, Answer>,
): Saving<Draft> {
  const { practice, path, known, faultsOf, onSaved } = props;
  const queries = useQueryClient();
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const errorsOf = (draft: Draft) =>
    new Map([
      ...(problem?.fields ?? []).map(({ field, message }) => [field, message] as const),
      ...(isTried ? faultsOf(draft) : []).map(
        ({ field, code }) => [field, masterFaults[code]] as const,
      ),
    ]);
  const save = async (draft: Draft) => {
    setTried(true);
    setSaved(false);
    setProblem(undefined);
    if (faultsOf(draft).length > 0) return;
    setBusy(true);
    try {
      const url = practiceAddress(practice, path);
      const saved = known
        ? await sendJson<Answer>(url, { method: "PUT", body: draft, revision: known.revision })
        : await sendJson<Answer>(url, { method: "POST", body: draft });
      setSaved(true);
      await queries.invalidateQueries({ queryKey: [practice] });
      onSaved(saved);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, isSaved, problem, errorsOf, save };
}

type OutcomeProps = {
  readonly saving: Pick<Saving<never>, "problem" | "isSaved">;
  readonly onReload: () => void;
};

function Outcome({ saving, onReload }: OutcomeProps): ReactNode {
  const { problem, isSaved } = saving;
  if (problem === undefined) return isSaved ? <p role="status">{t("masters.saved")}</p> : null;
  return (
    <p role="alert" className="error-line">
      {problemSentence(problem)} <span className="small">{problem.code}</span>{" "}
      {problem.code === "revision_changed" && (
        <button type="button" className="link-button" onClick={onReload}>
          {t("masters.reload")}
        </button>
      )}
    </p>
  );
}
