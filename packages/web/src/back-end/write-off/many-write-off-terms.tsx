import type {
  WriteOffCandidate,
  WriteOffOutcomeRow,
} from "@headwater/revenue-cycle/back-end/write-off/write-off-answers.ts";
import { writeOffReasonCodes } from "@headwater/revenue-cycle/books/receivable/write-off-reason.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { formatDollars } from "../../frame/format.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";
import { ChangeFailure } from "../patient-account/change-failure.tsx";
import type { Told } from "./many-write-offs-page.tsx";

type Rows = { readonly rows: readonly WriteOffOutcomeRow[] };

/** Why the claims are given up, as it stands in the form. */
export type WhyGivenUp = Readonly<Record<"reasonCode" | "avoidable" | "remark", string>>;

type Props = {
  readonly practice: string;
  readonly why: WhyGivenUp;
  readonly onWhy: (why: WhyGivenUp) => void;
  readonly scope: "denied" | "open";
  readonly chosen: readonly WriteOffCandidate[];
  readonly told: Told | undefined;
  readonly onTold: (told: Omit<Told, "rows">) => void;
  readonly onUndone: () => void;
};

/** Why the chosen claims are given up: a preview first, then the writing, then its undoing. */
export function ManyWriteOffTerms(props: Props) {
  const { practice, scope, chosen, told, onTold } = props;
  const { reasonCode, avoidable, remark } = props.why;
  const queries = useQueryClient();
  const writing = useMutation({
    mutationFn: (isPreview: boolean) =>
      sendJson<Rows>(practiceAddress(practice, "write-offs/many"), {
        method: "POST",
        body: {
          claims: chosen.map(({ claimId }) => claimId),
          scope,
          reasonCode,
          remark,
          isPreview,
          ...(avoidable === "" ? {} : { isAvoidable: avoidable === "yes" }),
        },
      }),
    onSuccess: ({ rows }, isPreview) => {
      onTold({ isPreview, outcomes: new Map(rows.map((row) => [row.claimId, row])) });
      if (!isPreview) void queries.invalidateQueries({ queryKey: [practice] });
    },
  });
  const isReady = chosen.length > 0 && reasonCode !== "" && !writing.isPending;
  const isDone = told !== undefined && !told.isPreview;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (isReady && !isDone) writing.mutate(told === undefined);
  };
  useShortcut("Ctrl+Enter", () => submit());
  if (isDone) return <Written {...props} told={told} />;
  const dollars = formatDollars(chosen.reduce((sum, { cents }) => sum + cents, 0));
  return (
    <form className="account-form" aria-label={t("manyWriteOffs.title")} onSubmit={submit}>
      <Fields why={props.why} onWhy={props.onWhy} />
      <Button
        type="submit"
        variant={told === undefined ? "default" : "filled"}
        disabled={!isReady}
        loading={writing.isPending}
      >
        {told === undefined
          ? t("manyWriteOffs.preview", { count: chosen.length, dollars })
          : t("manyWriteOffs.write")}
      </Button>
      {told && <p role="status">{t("manyWriteOffs.previewed", sumsOf(told))}</p>}
      <ChangeFailure error={writing.error} />
    </form>
  );
}

function Fields({ why, onWhy }: Pick<Props, "why" | "onWhy">) {
  const say = (part: Partial<WhyGivenUp>) => onWhy({ ...why, ...part });
  return (
    <>
      <NativeSelect
        label={t("manyWriteOffs.why")}
        data={[
          { value: "", label: "" },
          ...writeOffReasonCodes.map((code) => ({
            value: code,
            label: t(`writeOffReason.${code}`),
          })),
        ]}
        value={why.reasonCode}
        onChange={(event) => say({ reasonCode: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("writeOff.avoidable")}
        data={[
          { value: "", label: t("writeOff.byReason") },
          { value: "yes", label: t("writeOff.yes") },
          { value: "no", label: t("writeOff.no") },
        ]}
        value={why.avoidable}
        onChange={(event) => say({ avoidable: event.currentTarget.value })}
      />
      <TextInput
        label={t("writeOff.remark")}
        maxLength={500}
        value={why.remark}
        onChange={(event) => say({ remark: event.currentTarget.value })}
      />
    </>
  );
}

function Written({ practice, told, onUndone }: Props & { readonly told: Told }) {
  const queries = useQueryClient();
  const ids = [...told.outcomes.values()].flatMap(({ writeOffIds }) => writeOffIds);
  const undoing = useMutation({
    mutationFn: (reason: string) =>
      sendJson(practiceAddress(practice, "write-offs/undo-many"), {
        method: "POST",
        body: { writeOffs: ids, reason },
      }),
    onSuccess: () => {
      onUndone();
      void queries.invalidateQueries({ queryKey: [practice] });
    },
  });
  return (
    <div className="account-form">
      <p role="status">{t("manyWriteOffs.written", sumsOf(told))}</p>
      {ids.length > 0 && (
        <ReasonForm
          place="many-write-offs undo"
          label={t("manyWriteOffs.undoReason")}
          button={t("manyWriteOffs.undo")}
          isBusy={undoing.isPending}
          onGiven={(reason) => undoing.mutate(reason)}
        />
      )}
      <ChangeFailure error={undoing.error} />
    </div>
  );
}

/** How many rows went each way, with their dollars. */
function sumsOf({ outcomes }: Told) {
  const of = (wanted: WriteOffOutcomeRow["outcome"]) => {
    const rows = [...outcomes.values()].filter(({ outcome }) => outcome === wanted);
    const dollars = formatDollars(rows.reduce((sum, { cents }) => sum + cents, 0));
    return wanted === "refused" ? String(rows.length) : `${rows.length} (${dollars})`;
  };
  return { now: of("written-off"), waiting: of("waiting"), refused: of("refused") };
}
