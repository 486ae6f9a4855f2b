import { authorizationStates } from "@headwater/revenue-cycle/front-end/authorization/authorization.ts";
import type { AuthorizationAnswer } from "@headwater/revenue-cycle/front-end/authorization/authorization-answers.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { askAgain } from "../appointment/visit-query.ts";

type Props = {
  readonly practice: string;
  readonly coverageId: number;
  /** Undefined while it is new. */
  readonly known: AuthorizationAnswer | undefined;
  /** Where a new one begins: the visit's codes and day. */
  readonly start?: { readonly procedureCodes: readonly string[]; readonly day: string };
  readonly onSaved: () => void;
};

/** Describes an authorization: asked for, or as the payer decided. */
export function AuthorizationForm({ practice, coverageId, known, start, onSaved }: Props) {
  const [draft, setDraft] = useState({
    state: known?.state ?? "requested",
    number: known?.number ?? "",
    codes: (known?.procedureCodes ?? start?.procedureCodes ?? []).join(" "),
    units: known?.approvedUnits === null || known === undefined ? "" : String(known.approvedUnits),
    effectiveFrom: known?.effectiveFrom ?? start?.day ?? "",
    effectiveTo: known?.effectiveTo ?? "",
    reason: known?.reason ?? "",
  });
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const saving = useSaving({ practice, coverageId, known, onSaved });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void saving.save(draft);
  };
  const text = (field: "number" | "codes" | "units" | "reason", label: string) => (
    <TextInput
      label={label}
      value={draft[field]}
      error={saving.errorOf(field === "codes" ? "procedureCodes" : field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  const day = (field: "effectiveFrom" | "effectiveTo", label: string) => (
    <TextInput
      type="date"
      label={label}
      value={draft[field]}
      error={saving.errorOf(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <form className="booking-form" onSubmit={submit}>
      <NativeSelect
        label={t("authorizations.state")}
        value={draft.state}
        data={authorizationStates.map((state) => ({
          value: state,
          label: t(`authorizationState.${state}`),
        }))}
        onChange={(event) => set({ state: event.currentTarget.value as typeof draft.state })}
      />
      {text("number", t("authorizations.number"))}
      {text("codes", t("authorizations.codes"))}
      {text("units", t("authorizations.approvedUnits"))}
      {day("effectiveFrom", t("authorizations.from"))}
      {day("effectiveTo", t("authorizations.through"))}
      {text("reason", t("authorizations.reason"))}
      {saving.problem && (
        <p role="alert" className="error-line">
          {problemSentence(saving.problem)} <span className="small">{saving.problem.code}</span>
        </p>
      )}
      <Button type="submit" size="xs" loading={saving.isBusy}>
        {t("authorizations.save")}
      </Button>
    </form>
  );
}

type Typed = {
  readonly state: string;
  readonly number: string;
  readonly codes: string;
  readonly units: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
  readonly reason: string;
};

function useSaving({ practice, coverageId, known, onSaved }: Omit<Props, "start">) {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const save = async ({ codes, units, ...typed }: Typed) => {
    setBusy(true);
    setProblem(undefined);
    const body = {
      ...typed,
      coverageId,
      providerId: known?.providerId ?? null,
      kind: known?.kind ?? "authorization",
      unitKind: known?.unitKind ?? "units",
      procedureCodes: codes.split(/[\s,]+/).filter((code) => code !== ""),
      approvedUnits: /^\d+$/.test(units.trim()) ? Number(units) : null,
      requestedOn: known?.requestedOn ?? "",
      decidedOn: known?.decidedOn ?? "",
    };
    try {
      if (known) {
        const address = practiceAddress(practice, `authorizations/${known.id}`);
        await sendJson(address, { method: "PUT", body, revision: known.revision });
      } else {
        await sendJson(practiceAddress(practice, "authorizations"), { method: "POST", body });
      }
      await askAgain(queries, practice);
      onSaved();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const errorOf = (field: string) => problem?.fields.find((one) => one.field === field)?.message;
  return { isBusy, problem, save, errorOf };
}
