import {
  documentationItems,
  type EncounterAnswer,
} from "@headwater/revenue-cycle/mid-cycle/encounter/encounter-answers.ts";
import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { FailureNotice, problemSentence } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";
import { ChargeFindings, useChargeFindings } from "./charge-findings.tsx";
import { ChargeLines } from "./charge-lines.tsx";
import { CodeChoice } from "./code-choice.tsx";
import { bodyOf, type EncounterForm, emptyForm, formOf } from "./encounter-draft.ts";
import { PatientChoice, VisitFields } from "./visit-fields.tsx";
import "../claim/claim-form.css";

type Uncharged = {
  readonly appointmentId: number;
  readonly patientId: number;
  readonly patientName: string;
  readonly providerId: number;
  readonly facilityId: number | null;
  readonly on: string;
};

/** Charge capture: one visit with its diagnoses and services, typed without a mouse. */
export function EncounterPage() {
  const { practice, encounter } = useParams({ from: "/p/$practice/encounters/$encounter" });
  const { appointment } = useSearch({ from: "/p/$practice/encounters/$encounter" });
  const isNew = encounter === "new";
  const known = useQuery({
    queryKey: [practice, "encounters", encounter],
    queryFn: ({ signal }) =>
      getJson<EncounterAnswer>(practiceAddress(practice, `encounters/${encounter}`), signal),
    enabled: !isNew,
    staleTime: 0,
  });
  const booked = useQuery({
    queryKey: [practice, "encounters", "uncharged", appointment],
    queryFn: async ({ signal }) => {
      const url = practiceAddress(practice, "encounters/uncharged", { limit: 100 });
      const { rows } = await getJson<{ rows: Uncharged[] }>(url, signal);
      return rows.find((row) => String(row.appointmentId) === appointment) ?? null;
    },
    enabled: isNew && appointment !== undefined,
  });
  if (known.isError) {
    return <FailureNotice error={known.error} onRetry={() => void known.refetch()} />;
  }
  if ((!isNew && !known.data) || (appointment !== undefined && booked.isLoading)) {
    return <PageShape />;
  }
  const start = known.data ? formOf(known.data) : bookedForm(booked.data ?? undefined);
  return (
    <ChargeForm
      key={`${encounter} ${known.data?.revision ?? 0}`}
      practice={practice}
      known={known.data}
      start={start}
    />
  );
}

function bookedForm(row: Uncharged | undefined): EncounterForm {
  const empty = emptyForm(new Date().toISOString().slice(0, 10));
  if (row === undefined) return empty;
  return {
    ...empty,
    appointmentId: row.appointmentId,
    patientId: row.patientId,
    patientName: row.patientName,
    serviceFrom: row.on,
    renderingProviderId: String(row.providerId),
    facilityId: row.facilityId === null ? "" : String(row.facilityId),
  };
}

type Props = {
  readonly practice: string;
  readonly known: EncounterAnswer | undefined;
  readonly start: EncounterForm;
};

function ChargeForm({ practice, known, start }: Props) {
  const [form, setForm] = useState(start);
  const saving = useCharging(practice, known);
  const mayWrite = isAllowed(useSession(), practice, "claim.write");
  const isReadOnly = !mayWrite || known?.state === "charged";
  const change = (part: Partial<EncounterForm>) => setForm((before) => ({ ...before, ...part }));
  useShortcut("Ctrl+Enter", () => void saving.bill(form), !isReadOnly && !saving.isBusy);
  useEffect(() => {
    // Who, when and where came with the visit: the first thing to type is why.
    if (start.appointmentId !== undefined) document.getElementById("diagnoses.0")?.focus();
  }, [start.appointmentId]);
  const found = useChargeFindings(practice, known, form === start);
  const errors = new Map([...found.byField, ...saving.errors]);
  return (
    <div className="page-scroll">
      <PageHead
        title={
          form.patientName ? t("charge.title", { patient: form.patientName }) : t("charge.newTitle")
        }
        sentence={t("charge.keys")}
      />
      {known?.claimId && (
        <p className="waiting-work">
          <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(known.claimId) }}>
            {t("charge.isCharged", { number: known.patientControlNumber ?? "" })}
          </Link>
        </p>
      )}
      <ChargeFindings findings={found.elsewhere} />
      {known?.noChargeReason && (
        <p className="waiting-work">{t("charge.wasWaived", { reason: known.noChargeReason })}</p>
      )}
      <form
        className="claim-form"
        onSubmit={(event) => {
          event.preventDefault();
          void saving.save(form);
        }}
      >
        {form.patientId === undefined && (
          <PatientChoice
            practice={practice}
            error={errors.get("patientId")}
            onChange={({ id, name }) => change({ patientId: id, patientName: name })}
          />
        )}
        <VisitFields {...{ practice, form, errors, isReadOnly }} onChange={change} />
        <Diagnoses {...{ practice, form, errors, isReadOnly }} onChange={change} />
        <ChargeLines
          {...{ practice, form, errors, isReadOnly }}
          onChange={(lines) => change({ lines })}
        />
        <Documentation {...{ form, errors, isReadOnly }} onChange={change} />
        <ChargeBar saving={saving} form={form} isReadOnly={isReadOnly} known={known} />
      </form>
    </div>
  );
}

type PartProps = {
  readonly form: EncounterForm;
  readonly isReadOnly: boolean;
  readonly onChange: (part: Partial<EncounterForm>) => void;
};

function Diagnoses(
  props: PartProps & { readonly practice: string; readonly errors: ReadonlyMap<string, string> },
) {
  const { form, practice, errors, isReadOnly, onChange } = props;
  const { diagnoses } = form;
  const add = () => {
    if (diagnoses.length >= 12) return;
    onChange({ diagnoses: [...diagnoses, ""] });
    setTimeout(() => document.getElementById(`diagnoses.${diagnoses.length}`)?.focus(), 0);
  };
  return (
    <section className="claim-form-group">
      <h2 className="section-title">{t("charge.diagnoses")}</h2>
      {diagnoses.map((code, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pointers name diagnoses by their place
        <span key={index} className="claim-form-field">
          <span className="claim-form-label">{index + 1}</span>
          <CodeChoice
            practice={practice}
            id={`diagnoses.${index}`}
            label={t("charge.diagnosisHint")}
            codeSet="icd-10-cm"
            on={form.serviceFrom}
            value={code}
            error={errors.get(`diagnoses.${index}`)}
            isReadOnly={isReadOnly}
            size={12}
            onChange={(typed) =>
              onChange({ diagnoses: diagnoses.map((each, at) => (at === index ? typed : each)) })
            }
            onEnter={add}
          />
        </span>
      ))}
      {!isReadOnly && (
        <button type="button" className="link-button" onClick={add}>
          {t("claimForm.add")}
        </button>
      )}
    </section>
  );
}

function Documentation({
  form,
  errors,
  isReadOnly,
  onChange,
}: PartProps & { readonly errors: ReadonlyMap<string, string> }) {
  return (
    <section className="claim-form-group">
      <h2 className="section-title">{t("charge.documentation")}</h2>
      {documentationItems.map((item) => (
        <label key={item}>
          <input
            id={`documentation.${item}`}
            type="checkbox"
            checked={form.documentation[item] === true}
            disabled={isReadOnly}
            onChange={(event) =>
              onChange({
                documentation: { ...form.documentation, [item]: event.currentTarget.checked },
              })
            }
          />{" "}
          {t(`charge.${item}`)}{" "}
          {errors.has(`documentation.${item}`) && (
            <span className="error-line">{errors.get(`documentation.${item}`)}</span>
          )}
        </label>
      ))}
    </section>
  );
}

type BarProps = {
  readonly saving: ReturnType<typeof useCharging>;
  readonly form: EncounterForm;
  readonly isReadOnly: boolean;
  readonly known: EncounterAnswer | undefined;
};

function ChargeBar({ saving, form, isReadOnly, known }: BarProps) {
  const { problem, errors } = saving;
  const missing = problem?.code === "claim_incomplete" ? [...errors.keys()] : [];
  return (
    <div className="claim-form-bar">
      {!isReadOnly && (
        <>
          <Button type="submit" variant="default" loading={saving.isBusy}>
            {t("charge.save")}
          </Button>
          <Button loading={saving.isBusy} onClick={() => void saving.bill(form)}>
            {t("charge.saveAndBill")}
          </Button>
        </>
      )}
      {!isReadOnly && known?.state === "open" && (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            const reason = window.prompt(t("charge.noChargeReason"))?.trim();
            if (reason) void saving.waive(reason);
          }}
        >
          {t("charge.noCharge")}
        </button>
      )}
      {problem && (
        <span role="alert" className="error-line">
          {problemSentence(problem)} <span className="small">{problem.code}</span>{" "}
          {missing.length > 0 && `${t("charge.missing")} ${missing.join(", ")}`}
        </span>
      )}
    </div>
  );
}

function useCharging(practice: string, known: EncounterAnswer | undefined) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const errors = new Map(
    (problem?.fields ?? []).map(({ field, message }) => [field, message] as const),
  );
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
      await queries.invalidateQueries({ queryKey: [practice] });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const write = (form: EncounterForm) => {
    const body = bodyOf(form, known);
    return known
      ? sendJson<EncounterAnswer>(practiceAddress(practice, `encounters/${known.id}`), {
          method: "PUT",
          body,
          revision: known.revision,
        })
      : sendJson<EncounterAnswer>(practiceAddress(practice, "encounters"), {
          method: "POST",
          body,
        });
  };
  const show = (id: number) =>
    void navigate({
      to: "/p/$practice/encounters/$encounter",
      params: { practice, encounter: String(id) },
    });
  const save = (form: EncounterForm) => act(async () => show((await write(form)).id));
  const bill = (form: EncounterForm) =>
    act(async () => {
      const encounter = await write(form);
      show(encounter.id);
      const url = practiceAddress(practice, `encounters/${encounter.id}/claim`);
      const { claimId } = await sendJson<{ claimId: number }>(url, { method: "POST" });
      void navigate({
        to: "/p/$practice/claims/$claim/form",
        params: { practice, claim: String(claimId) },
      });
    });
  const waive = (reason: string) =>
    act(async () => {
      if (known === undefined) return;
      const url = practiceAddress(practice, `encounters/${known.id}/no-charge`);
      await sendJson(url, { method: "POST", body: { reason }, revision: known.revision });
    });
  return { isBusy, problem, errors, save, bill, waive };
}
