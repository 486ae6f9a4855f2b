import {
  type PatientDraft,
  patientFaultsOf,
  tidyPatient,
} from "@headwater/revenue-cycle/masters/patient/decide-patient.ts";
import type {
  DuplicateAnswer,
  PatientAnswer,
} from "@headwater/revenue-cycle/masters/patient/patient-answers.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";

type Subject = {
  readonly practice: string;
  readonly known: PatientAnswer | undefined;
  readonly today: string;
  readonly onSaved: (id: number) => void;
};

export type PatientSaving = {
  readonly isTried: boolean;
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
  /** Who may be the same, after saving was refused for it. */
  readonly duplicates: readonly DuplicateAnswer[] | undefined;
  readonly save: (draft: PatientDraft, confirmedNew: boolean) => Promise<void>;
};

/** Sends a patient; where somebody on file may be the same, asks who. */
export function usePatientSaving({ practice, known, today, onSaved }: Subject): PatientSaving {
  const queries = useQueryClient();
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [duplicates, setDuplicates] = useState<readonly DuplicateAnswer[] | undefined>(undefined);
  const send = (draft: PatientDraft, confirmedNew: boolean) => {
    const body = { ...draft, confirmedNew };
    return known
      ? sendJson<PatientAnswer>(practiceAddress(practice, `patients/${known.id}`), {
          method: "PUT",
          body,
          revision: known.revision,
        })
      : sendJson<PatientAnswer>(practiceAddress(practice, "patients"), { method: "POST", body });
  };
  const meet = async (draft: PatientDraft, error: unknown) => {
    const met = problemOf(error);
    if (met.code !== "patient_may_exist") return setProblem(met);
    const body = { ...draft, ...(known ? { patientId: known.id } : {}) };
    const address = practiceAddress(practice, "patients/duplicates");
    const found = await sendJson<{ rows: DuplicateAnswer[] }>(address, { method: "POST", body });
    setDuplicates(found.rows);
  };
  const save = async (draft: PatientDraft, confirmedNew: boolean) => {
    setTried(true);
    setProblem(undefined);
    setDuplicates(undefined);
    if (patientFaultsOf(tidyPatient(draft), today).length > 0) return;
    setBusy(true);
    try {
      const saved = await send(draft, confirmedNew);
      await queries.invalidateQueries({ queryKey: [practice, "patients"] });
      onSaved(saved.id);
    } catch (error) {
      await meet(draft, error).catch((other: unknown) => setProblem(problemOf(other)));
    } finally {
      setBusy(false);
    }
  };
  return { isTried, isBusy, problem, duplicates, save };
}
