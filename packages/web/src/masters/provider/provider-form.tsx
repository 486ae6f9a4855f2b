import {
  type ProviderDraft,
  providerFaults,
  providerFaultsOf,
  tidyProvider,
} from "@headwater/revenue-cycle/masters/provider/decide-provider.ts";
import type { ProviderAnswer } from "@headwater/revenue-cycle/masters/provider/provider-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { t, tOr } from "../../strings/translate.ts";
import "./provider.css";

type Props = {
  readonly practice: string;
  /** Undefined while the provider is new. */
  readonly known: ProviderAnswer | undefined;
  readonly start: ProviderDraft;
  readonly mayWrite: boolean;
  readonly onSaved: (id: number) => void;
  readonly onReload: () => void;
};

type TextField = {
  [Field in keyof ProviderDraft]: ProviderDraft[Field] extends string ? Field : never;
}[keyof ProviderDraft];

const addressFields = [
  "taxId",
  "addressLine1",
  "addressLine2",
  "city",
  "state",
  "postalCode",
  "phone",
] as const;

/** Describes a provider; what is wrong is told at its field, once saving was tried. */
export function ProviderForm(props: Props) {
  const { start, mayWrite, known } = props;
  const [draft, setDraft] = useState(start);
  const saving = useSaving(props);
  const errors = saving.errorsOf(draft);
  const set = (part: Partial<ProviderDraft>) => setDraft({ ...draft, ...part });
  const text = (field: TextField) => (
    <TextInput
      key={field}
      label={tOr(`providerField.${labelOf(field, draft)}`, field)}
      type={field === "effectiveFrom" || field === "effectiveTo" ? "date" : "text"}
      value={draft[field]}
      error={errors.get(field)}
      readOnly={!mayWrite}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  const check = (field: RoleField) => (
    <RoleCheck
      field={field}
      isChecked={draft[field]}
      error={errors.get(field)}
      mayWrite={mayWrite}
      onChange={(isChecked) => set({ [field]: isChecked })}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void saving.save(draft);
  };
  return (
    <form className="provider-form" onSubmit={submit}>
      <KindChoice
        isOrganization={draft.isOrganization}
        mayWrite={mayWrite}
        onChange={(isOrganization) => set({ isOrganization })}
      />
      {text("npi")}
      {text("lastName")}
      {!draft.isOrganization && (
        <div className="provider-pair">
          {text("firstName")}
          {text("middleName")}
          {text("credential")}
        </div>
      )}
      {text("taxonomy")}
      <fieldset className="provider-roles">
        <legend>{t("providers.roles")}</legend>
        {check("isBilling")}
        {check("isRendering")}
        {check("isSupervising")}
      </fieldset>
      <div className="provider-pair">{addressFields.map(text)}</div>
      <div className="provider-pair">
        {text("effectiveFrom")}
        {text("effectiveTo")}
      </div>
      {known && !known.lastName && <p className="dim">{t("providers.fromFiles")}</p>}
      <Outcome saving={saving} onReload={props.onReload} />
      {mayWrite && (
        <Button type="submit" loading={saving.isBusy}>
          {known ? t("providers.save") : t("providers.add")}
        </Button>
      )}
    </form>
  );
}

type KindProps = {
  readonly isOrganization: boolean;
  readonly mayWrite: boolean;
  readonly onChange: (isOrganization: boolean) => void;
};

function KindChoice({ isOrganization, mayWrite, onChange }: KindProps) {
  return (
    <fieldset className="provider-roles">
      <legend>{t("providers.kind")}</legend>
      {[false, true].map((choice) => (
        <label key={String(choice)}>
          <input
            type="radio"
            name="kind"
            checked={isOrganization === choice}
            disabled={!mayWrite}
            onChange={() => onChange(choice)}
          />{" "}
          {t(choice ? "providers.organization" : "providers.person")}
        </label>
      ))}
    </fieldset>
  );
}

type RoleField = "isBilling" | "isRendering" | "isSupervising";

type RoleProps = {
  readonly field: RoleField;
  readonly isChecked: boolean;
  readonly error: string | undefined;
  readonly mayWrite: boolean;
  readonly onChange: (isChecked: boolean) => void;
};

function RoleCheck({ field, isChecked, error, mayWrite, onChange }: RoleProps) {
  return (
    <span>
      <label>
        <input
          type="checkbox"
          checked={isChecked}
          disabled={!mayWrite}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />{" "}
        {t(`providerField.${field}`)}
      </label>
      {error && <span className="error-line">{error}</span>}
    </span>
  );
}

function labelOf(field: TextField, { isOrganization }: ProviderDraft): string {
  return field === "lastName" && isOrganization ? "organizationName" : field;
}

type Saving = {
  readonly isBusy: boolean;
  readonly isSaved: boolean;
  readonly problem: Problem | undefined;
  /** What is wrong, by field; nothing before saving was tried. */
  readonly errorsOf: (draft: ProviderDraft) => ReadonlyMap<string, string>;
  readonly save: (draft: ProviderDraft) => Promise<void>;
};

function useSaving({ practice, known, onSaved }: Props): Saving {
  const queries = useQueryClient();
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const ownFaults = (draft: ProviderDraft) =>
    // Whether the taxonomy is in the set that is loaded, only the server knows.
    isTried ? providerFaultsOf(tidyProvider(draft), "not-loaded") : [];
  const errorsOf = (draft: ProviderDraft) =>
    new Map([
      ...(problem?.fields ?? []).map(({ field, message }) => [field, message] as const),
      ...ownFaults(draft).map(({ field, code }) => [field, providerFaults[code]] as const),
    ]);
  const save = async (draft: ProviderDraft) => {
    setTried(true);
    setSaved(false);
    setProblem(undefined);
    if (providerFaultsOf(tidyProvider(draft), "not-loaded").length > 0) return;
    setBusy(true);
    try {
      const saved = known
        ? await sendJson<ProviderAnswer>(practiceAddress(practice, `providers/${known.id}`), {
            method: "PUT",
            body: draft,
            revision: known.revision,
          })
        : await sendJson<ProviderAnswer>(practiceAddress(practice, "providers"), {
            method: "POST",
            body: draft,
          });
      setSaved(true);
      await queries.invalidateQueries({ queryKey: [practice, "providers"] });
      onSaved(saved.id);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, isSaved, problem, errorsOf, save };
}

function Outcome({ saving, onReload }: { readonly saving: Saving; readonly onReload: () => void }) {
  const { problem, isSaved } = saving;
  if (problem === undefined) return isSaved ? <p role="status">{t("providers.saved")}</p> : null;
  return (
    <p role="alert" className="error-line">
      {problemSentence(problem)} <span className="small">{problem.code}</span>{" "}
      {problem.code === "revision_changed" && (
        <button type="button" className="link-button" onClick={onReload}>
          {t("providers.reload")}
        </button>
      )}
    </p>
  );
}
