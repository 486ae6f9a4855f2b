import { appointmentKinds } from "@headwater/revenue-cycle/front-end/appointment/appointment.ts";
import type { VisitAnswer } from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import type { ProviderAnswer } from "@headwater/revenue-cycle/masters/provider/provider-answers.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { soleFacility, useFacilities } from "../../masters/facility/facility-choices.ts";
import { t } from "../../strings/translate.ts";
import { focusField, messagesOf } from "../../work/edit/subject-findings.tsx";
import { PatientPicker, type Picked } from "./patient-picker.tsx";
import { readServices, servicesText } from "./read-services.ts";
import { showVisitAnswer } from "./visit-query.ts";

type Props = {
  readonly practice: string;
  /** The visit to move or change; undefined for a new one. */
  readonly known?: VisitAnswer;
  /** Where a new one begins. */
  readonly start?: { readonly day: string; readonly provider: string | undefined };
  /** The field that gets the cursor. */
  readonly focus?: string | undefined;
  readonly onDone: (visit: VisitAnswer | undefined) => void;
};

type Draft = {
  readonly providerId: string;
  /** Undefined until it is chosen: the one place of a practice that has one. */
  readonly facilityId: string | undefined;
  readonly day: string;
  readonly time: string;
  readonly minutes: string;
  readonly kind: (typeof appointmentKinds)[number];
  readonly reason: string;
  readonly services: string;
  readonly allowsDoubleBooking: boolean;
};

function draftOf({ known, start }: Props): Draft {
  return {
    providerId: known ? String(known.providerId) : (start?.provider ?? ""),
    facilityId: known ? String(known.facilityId ?? "") : undefined,
    day: known?.day ?? start?.day ?? "",
    time: known?.time ?? "09:00",
    minutes: String(known?.minutes ?? 20),
    kind: known?.kind ?? "office-visit",
    reason: known?.reason ?? "",
    services: known ? servicesText(known.services) : "",
    allowsDoubleBooking: known?.isDoubleBooked ?? false,
  };
}

/** Books a visit, or moves one. What the server refuses stands at its field. */
export function BookingForm(props: Props) {
  const { practice, known, focus, onDone } = props;
  const [draft, setDraft] = useState(() => draftOf(props));
  const [patient, setPatient] = useState<Picked | undefined>(
    known && { id: known.patientId, name: known.patient },
  );
  const booking = useBooking(props);
  useEffect(() => focusField(focus), [focus]);
  const found = messagesOf(known?.findings ?? [], "booking");
  const before: Readonly<Record<string, unknown>> = draftOf(props);
  const now: Readonly<Record<string, unknown>> = draft;
  const errorOf = (field: string) =>
    booking.errorOf(field) ?? (before[field] === now[field] ? found.get(field) : undefined);
  const facilities = useFacilities(practice).data;
  const facilityId = draft.facilityId ?? String(soleFacility(facilities) ?? "");
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const services = readServices(draft.services);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (services !== undefined) void booking.send({ ...draft, facilityId }, patient, services);
  };
  return (
    <form className="booking-form" onSubmit={submit}>
      <PatientPicker
        practice={practice}
        picked={patient}
        error={booking.errorOf("patientId")}
        onPick={setPatient}
      />
      <ProviderSelect
        practice={practice}
        value={draft.providerId}
        error={errorOf("providerId")}
        onChange={(providerId) => set({ providerId })}
      />
      {facilities !== undefined && facilities.length > 0 && (
        <NativeSelect
          label={t("booking.facility")}
          value={facilityId}
          error={booking.errorOf("facilityId")}
          data={[
            { value: "", label: t("booking.noFacility") },
            ...facilities.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={(event) => set({ facilityId: event.currentTarget.value })}
        />
      )}
      <VisitFields draft={draft} services={services} errorOf={errorOf} onChange={set} />
      {booking.problem && (
        <p role="alert" className="error-line">
          {problemSentence(booking.problem)} <span className="small">{booking.problem.code}</span>
        </p>
      )}
      <div className="visit-buttons">
        <Button type="submit" loading={booking.isBusy}>
          {t(known ? "booking.saveChange" : "booking.save")}
        </Button>
        <Button variant="default" onClick={() => onDone(undefined)}>
          {t("action.close")}
        </Button>
      </div>
    </form>
  );
}

type FieldsProps = {
  readonly draft: Draft;
  readonly services: ReturnType<typeof readServices>;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<Draft>) => void;
};

/** When, for how long, what for. */
function VisitFields({ draft, services, errorOf, onChange: set }: FieldsProps) {
  const text = (field: "day" | "time" | "minutes" | "reason", type = "text") => (
    <TextInput
      type={type}
      name={field}
      label={t(`booking.${field}`)}
      value={draft[field]}
      error={errorOf(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <div className="booking-pair">
        {text("day", "date")}
        {text("time", "time")}
        {text("minutes", "number")}
      </div>
      <NativeSelect
        name="kind"
        label={t("booking.kind")}
        value={draft.kind}
        data={appointmentKinds.map((kind) => ({
          value: kind,
          label: t(`appointmentKind.${kind}`),
        }))}
        onChange={(event) => set({ kind: event.currentTarget.value as Draft["kind"] })}
      />
      {text("reason")}
      <TextInput
        label={t("booking.services")}
        description={t("booking.servicesHint")}
        value={draft.services}
        error={services === undefined ? t("booking.servicesWrong") : errorOf("services")}
        onChange={(event) => set({ services: event.currentTarget.value })}
      />
      <label className="small">
        <input
          type="checkbox"
          checked={draft.allowsDoubleBooking}
          onChange={(event) => set({ allowsDoubleBooking: event.currentTarget.checked })}
        />{" "}
        {t("booking.double")}
      </label>
    </>
  );
}

type SelectProps = {
  readonly practice: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (provider: string) => void;
};

function ProviderSelect({ practice, value, error, onChange }: SelectProps) {
  const providers = useProviders(practice);
  return (
    <NativeSelect
      name="providerId"
      label={t("booking.provider")}
      value={value}
      error={error}
      data={[
        { value: "", label: t("booking.choose") },
        ...providers.map(({ id, name }) => ({ value: String(id), label: name ?? String(id) })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The persons who may be booked. */
export function useProviders(practice: string): readonly ProviderAnswer[] {
  const answer = useQuery({
    queryKey: [practice, "providers", "bookable"],
    queryFn: ({ signal }) =>
      getJson<{ rows: ProviderAnswer[] }>(
        practiceAddress(practice, "providers", { limit: 200 }),
        signal,
      ),
    staleTime: 5 * 60_000,
  });
  return (answer.data?.rows ?? []).filter(({ isOrganization }) => !isOrganization);
}

/** An id that nobody has: what is not chosen is refused with the other faults, each at its field. */
const nobody = 999_999_999;

type Services = NonNullable<ReturnType<typeof readServices>>;

function useBooking({ practice, known, onDone }: Props) {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const send = async (draft: Draft, patient: Picked | undefined, services: Services) => {
    setBusy(true);
    setProblem(undefined);
    const body = {
      ...draft,
      patientId: patient?.id ?? nobody,
      providerId: Number(draft.providerId) || nobody,
      facilityId: draft.facilityId ? Number(draft.facilityId) : null,
      minutes: Number(draft.minutes) || 0,
      services,
    };
    try {
      const visit = known
        ? await sendJson<VisitAnswer>(practiceAddress(practice, `appointments/${known.id}`), {
            method: "PUT",
            body,
            revision: known.revision,
          })
        : await sendJson<VisitAnswer>(practiceAddress(practice, "appointments"), {
            method: "POST",
            body,
          });
      await showVisitAnswer(queries, practice, visit);
      onDone(visit);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const errorOf = (field: string) => problem?.fields.find((one) => one.field === field)?.message;
  return { isBusy, problem, send, errorOf };
}
