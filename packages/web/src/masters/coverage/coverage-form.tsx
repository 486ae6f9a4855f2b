import type { CoverageAnswer } from "@headwater/revenue-cycle/masters/coverage/coverage-answers.ts";
import {
  type CoverageDraft,
  medicareSecondaryTypes,
} from "@headwater/revenue-cycle/masters/coverage/decide-coverage.ts";
import { genders } from "@headwater/revenue-cycle/masters/patient/decide-patient.ts";
import { relationshipCodes } from "@headwater/revenue-cycle/masters/relationship.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";
import { usePayers } from "../../table/payers.ts";
import { focusField } from "../../work/edit/subject-findings.tsx";
import { SavingOutcome } from "../patient/saving-outcome.tsx";

type Props = {
  readonly practice: string;
  readonly patient: string;
  /** Undefined while the coverage is new. */
  readonly known: CoverageAnswer | undefined;
  readonly start: CoverageDraft;
  /** What edits found when it was saved last, by field. */
  readonly findings?: ReadonlyMap<string, string>;
  /** The field that gets the cursor. */
  readonly focus?: string | undefined;
  readonly onSaved: () => void;
  readonly onReload: () => void;
};

type TextField = {
  [Field in keyof CoverageDraft]: CoverageDraft[Field] extends string ? Field : never;
}[keyof CoverageDraft];

const card: readonly TextField[] = ["memberId", "groupNumber", "groupName"];
const days: readonly TextField[] = ["effectiveFrom", "effectiveTo"];
const subscriber: readonly TextField[] = [
  "subscriberLastName",
  "subscriberFirstName",
  "subscriberMiddleName",
  "subscriberSuffix",
  "subscriberDateOfBirth",
];
const subscriberAddress: readonly TextField[] = [
  "subscriberAddressLine1",
  "subscriberAddressLine2",
  "subscriberCity",
  "subscriberState",
  "subscriberPostalCode",
];

const places = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"];

/** Adds or changes a coverage; what is wrong is told at its field. */
export function CoverageForm(props: Props) {
  const { practice, known, start, focus } = props;
  const [draft, setDraft] = useState(start);
  const saving = useSaving(props);
  const errors = new Map([
    ...[...(props.findings ?? [])].filter(([field]) => isAsBefore(start, draft, field)),
    ...(saving.problem?.fields ?? []).map(({ field, message }) => [field, message] as const),
  ]);
  useEffect(() => focusField(focus), [focus]);
  const set = (part: Partial<CoverageDraft>) => setDraft({ ...draft, ...part });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    void saving.save(draft);
  };
  useShortcut("Ctrl+Enter", () => submit());
  const text = (field: TextField) => (
    <TextInput
      key={field}
      name={field}
      label={t(`coverageField.${field}`)}
      type={/Date|effective/.test(field) ? "date" : "text"}
      value={draft[field]}
      error={errors.get(field)}
      autoComplete="off"
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  const choice = (field: TextField, options: readonly (readonly [string, string])[]) => (
    <NativeSelect
      name={field}
      label={t(`coverageField.${field}`)}
      value={draft[field]}
      error={errors.get(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
      data={options.map(([value, label]) => ({ value, label }))}
    />
  );
  return (
    <form className="patient-form" onSubmit={submit}>
      <fieldset>
        <PayerAndPlace practice={practice} draft={draft} errors={errors} onChange={set} />
        {card.map(text)}
        {(draft.rank > 1 || draft.medicareSecondaryType !== "") &&
          choice("medicareSecondaryType", [["", ""], ...Object.entries(medicareSecondaryTypes)])}
        {days.map(text)}
      </fieldset>
      <fieldset>
        {choice(
          "relationship",
          relationshipCodes.map((code) => [code, t(`relationship.${code}`)]),
        )}
        {draft.relationship !== "18" && (
          <>
            {subscriber.map(text)}
            {choice("subscriberGender", [
              ["", ""],
              ...genders.map((gender) => [gender, t(`gender.${gender}`)] as const),
            ])}
            {subscriberAddress.map(text)}
          </>
        )}
      </fieldset>
      <SavingOutcome problem={saving.problem} onReload={props.onReload} />
      <Button type="submit" loading={saving.isBusy}>
        {t(known ? "coverage.save" : "coverage.add")}
      </Button>
    </form>
  );
}

function isAsBefore(start: CoverageDraft, draft: CoverageDraft, field: string): boolean {
  const [before, now]: Readonly<Record<string, unknown>>[] = [start, draft];
  return before?.[field] === now?.[field];
}

type PayerProps = {
  readonly practice: string;
  readonly draft: CoverageDraft;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (part: Partial<CoverageDraft>) => void;
};

function PayerAndPlace({ practice, draft, errors, onChange: set }: PayerProps) {
  const payers = usePayers(practice);
  return (
    <>
      <NativeSelect
        name="payerId"
        label={t("coverageField.payerId")}
        value={String(draft.payerId)}
        error={errors.get("payerId")}
        autoFocus
        onChange={(event) => set({ payerId: Number(event.currentTarget.value) })}
        data={[
          { value: "0", label: t("coverage.choosePayer") },
          ...payers.map(([value, label]) => ({ value, label })),
        ]}
      />
      <NativeSelect
        name="rank"
        label={t("coverageField.rank")}
        value={String(draft.rank)}
        error={errors.get("rank")}
        onChange={(event) => set({ rank: Number(event.currentTarget.value) })}
        data={places}
      />
    </>
  );
}

function useSaving({ practice, patient, known, onSaved }: Props) {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const save = async (draft: CoverageDraft) => {
    setProblem(undefined);
    setBusy(true);
    // No payer is chosen yet: the number of none.
    const body = { ...draft, payerId: draft.payerId || Number.MAX_SAFE_INTEGER };
    try {
      if (known) {
        const address = practiceAddress(practice, `patients/${patient}/coverages/${known.id}`);
        await sendJson(address, { method: "PUT", body, revision: known.revision });
      } else {
        const address = practiceAddress(practice, `patients/${patient}/coverages`);
        await sendJson(address, { method: "POST", body });
      }
      await queries.invalidateQueries({ queryKey: [practice, "patients"] });
      onSaved();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, save };
}
