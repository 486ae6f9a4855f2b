import { severities } from "@headwater/revenue-cycle/work/edit/edit.ts";
import type { EditPage } from "@headwater/revenue-cycle/work/edit/edit-answers.ts";
import { editStages, factOf } from "@headwater/revenue-cycle/work/edit/fact-catalogue.ts";
import { ownerRoles } from "@headwater/revenue-cycle/work/edit/parse-edit.ts";
import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t, tOr } from "../../strings/translate.ts";
import { ConditionFields } from "./condition-fields.tsx";
import { factsFor } from "./condition-rows.ts";
import { DryRunResult, triedClaims, useDryRun } from "./dry-run.tsx";
import { draftOf, type EditForm, refit, withCondition } from "./edit-draft.ts";

type Props = {
  readonly practice: string;
  /** Undefined while the edit is new. */
  readonly known: EditPage | undefined;
  readonly start: EditForm;
  readonly onSaved: (code: string) => void;
};

/** Writes an edit. It can be tried on the last claims before it is saved. */
export function EditFormFields({ practice, known, start, onSaved }: Props) {
  const [form, setForm] = useState(start);
  const saving = useSaving(practice, known, onSaved);
  const dryRun = useDryRun(practice);
  const problem = saving.error ?? dryRun.error;
  const errors = errorsOf(problem ? problemOf(problem) : undefined);
  const set = (part: Partial<EditForm>) => setForm({ ...form, ...part });
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (!saving.isPending) saving.mutate(form);
  };
  const tryOut = () => {
    saving.reset();
    dryRun.mutate(draftOf(form));
  };
  useShortcut("Ctrl+Enter", () => save());
  return (
    <form className="edit-form" onSubmit={save}>
      <TextInput
        label={t("edits.code")}
        value={form.code}
        readOnly={known !== undefined}
        error={errors.get("code")}
        onChange={(event) => set({ code: event.currentTarget.value.toUpperCase() })}
      />
      <Choices form={form} onChange={setForm} />
      <ConditionFields
        form={form}
        onChange={(condition) => setForm(withCondition(form, condition))}
      />
      <ConditionErrors errors={errors} />
      <Textarea
        label={t("edits.message")}
        description={t("edits.messageHint")}
        rows={2}
        maxLength={300}
        value={form.message}
        error={errors.get("message")}
        onChange={(event) => set({ message: event.currentTarget.value })}
      />
      <Rest form={form} errors={errors} onChange={set} />
      {problem && <FormProblem problem={problemOf(problem)} />}
      <div className="edit-buttons">
        <Button type="submit" loading={saving.isPending}>
          {t(known ? "edits.save" : "edits.saveDraft")}
        </Button>
        <Button variant="default" onClick={tryOut} loading={dryRun.isPending}>
          {t("edits.try", { count: triedClaims })}
        </Button>
      </div>
      {dryRun.data && (
        <DryRunResult practice={practice} run={dryRun.data} isHold={form.severity === "hold"} />
      )}
    </form>
  );
}

type ChoicesProps = { readonly form: EditForm; readonly onChange: (form: EditForm) => void };

/** Where the edit runs, for what, how severe it is and who mends what it finds. */
function Choices({ form, onChange }: ChoicesProps) {
  return (
    <div className="edit-pair">
      <Choice
        label={t("edits.stage")}
        value={form.stage}
        options={editStages.map((stage) => [stage, t(`editStage.${stage}`)])}
        onChange={(stage) => onChange(refit({ ...form, stage: stage as EditForm["stage"] }))}
      />
      <EachChoice form={form} onChange={onChange} />
      <Choice
        label={t("edits.severity")}
        value={form.severity}
        options={severities.map((one) => [one, t(`editSeverity.${one}`)])}
        onChange={(severity) => onChange({ ...form, severity: severity as EditForm["severity"] })}
      />
      <Choice
        label={t("edits.owner")}
        value={form.ownerRole}
        options={ownerRoles.map((role) => [role, tOr(`role.${role}`, role)])}
        onChange={(ownerRole) => onChange({ ...form, ownerRole })}
      />
    </div>
  );
}

function useSaving(practice: string, known: EditPage | undefined, onSaved: Props["onSaved"]) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: EditForm) =>
      known
        ? sendJson<EditPage>(practiceAddress(practice, `edits/${known.code}`), {
            method: "PUT",
            body: draftOf(form),
            revision: known.revision,
          })
        : sendJson<EditPage>(practiceAddress(practice, "edits"), {
            method: "POST",
            body: draftOf(form),
          }),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: [practice, "edits"] });
      onSaved(saved.code);
    },
  });
}

type Errors = ReadonlyMap<string, string>;

function errorsOf(problem: Problem | undefined): Errors {
  return new Map((problem?.fields ?? []).map(({ field, message }) => [field, message] as const));
}

function FormProblem({ problem }: { readonly problem: Problem }) {
  return (
    <p role="alert" className="error-line">
      {problemSentence(problem)} <span className="small">{problem.code}</span>
    </p>
  );
}

function ConditionErrors({ errors }: { readonly errors: Errors }) {
  const ofCondition = [...errors].filter(([field]) => field.startsWith("condition"));
  if (ofCondition.length === 0) return null;
  return (
    <ul className="error-line">
      {ofCondition.map(([field, message]) => (
        <li key={field}>
          {message} <span className="small">{field}</span>
        </li>
      ))}
    </ul>
  );
}

type RestProps = {
  readonly form: EditForm;
  readonly errors: Errors;
  readonly onChange: (part: Partial<EditForm>) => void;
};

function Rest({ form, errors, onChange }: RestProps) {
  return (
    <>
      <TextInput
        label={t("edits.source")}
        value={form.source}
        error={errors.get("source")}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
      />
      <div className="edit-pair">
        <Choice
          label={t("edits.field")}
          value={form.field}
          options={factsFor(form.stage, form.each).map((fact) => [fact, factOf(fact).label])}
          onChange={(field) => onChange({ field })}
        />
        <TextInput
          label={t("edits.for")}
          placeholder="medicare, medicaid"
          value={form.linesOfBusiness}
          onChange={(event) => onChange({ linesOfBusiness: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("edits.from")}
          value={form.effectiveFrom}
          error={errors.get("effectiveFrom")}
          onChange={(event) => onChange({ effectiveFrom: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("edits.through")}
          value={form.effectiveTo}
          error={errors.get("effectiveTo")}
          onChange={(event) => onChange({ effectiveTo: event.currentTarget.value })}
        />
      </div>
    </>
  );
}

type EachProps = { readonly form: EditForm; readonly onChange: (form: EditForm) => void };

function EachChoice({ form, onChange }: EachProps) {
  const choose = (value: string) => {
    const { each: _, ...rest } = form;
    const isMember = value === "lines" || value === "diagnoses";
    onChange(refit(isMember ? { ...rest, each: value } : rest));
  };
  return (
    <Choice
      label={t("edits.each")}
      value={form.each ?? ""}
      options={[
        ["", t("edits.eachWhole")],
        ["lines", t("edits.eachLines")],
        ["diagnoses", t("edits.eachDiagnoses")],
      ]}
      onChange={choose}
    />
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
};

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={options.map(([key, words]) => ({ value: key, label: words }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
