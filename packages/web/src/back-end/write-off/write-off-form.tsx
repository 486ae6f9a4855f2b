import type { WriteOffOutcomeRow } from "@headwater/revenue-cycle/back-end/write-off/write-off-answers.ts";
import { writeOffReasonCodes } from "@headwater/revenue-cycle/books/receivable/write-off-reason.ts";
import type { ClaimAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatCents, formatDollars } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import "../../masters/form/record-form.css";
import { t } from "../../strings/translate.ts";

type Props = {
  readonly practice: string;
  readonly claim: ClaimAnswer;
  readonly onDone: () => void;
};

/** Giving up on a claim: what of it, why, and whether it could have been avoided. */
export function WriteOffForm({ practice, claim, onDone }: Props) {
  const [chosen, setChosen] = useState<Chosen>({
    what: claim.cents.denied > 0 ? "denied" : "open",
    reasonCode: "",
    avoidable: "",
    remark: "",
  });
  const { what, reasonCode, avoidable, remark } = chosen;
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () =>
      sendJson<WriteOffOutcomeRow>(practiceAddress(practice, `claims/${claim.id}/write-offs`), {
        method: "POST",
        body: {
          scope: scopeOf(what, claim),
          reasonCode,
          remark,
          ...(avoidable === "" ? {} : { isAvoidable: avoidable === "yes" }),
        },
      }),
    onSuccess: (outcome) => {
      if (outcome.outcome === "written-off") onDone();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
  return (
    <form
      className="waiting-work"
      aria-label={t("writeOff.begin")}
      onSubmit={(event) => {
        event.preventDefault();
        if (reasonCode) send.mutate();
      }}
    >
      <Fields claim={claim} chosen={chosen} onChange={setChosen} />
      {send.data?.outcome === "waiting" && (
        <p role="status">{t("writeOff.waiting", { dollars: formatDollars(send.data.cents) })}</p>
      )}
      {send.isError && (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(send.error))}
        </p>
      )}
      <Button type="submit" loading={send.isPending} disabled={!reasonCode} mr="xs">
        {t("writeOff.send", { dollars: formatCents(centsOf(what, claim)) })}
      </Button>
      <Button variant="default" onClick={onDone}>
        {t("writeOff.keep")}
      </Button>
    </form>
  );
}

type Chosen = Readonly<Record<"what" | "reasonCode" | "avoidable" | "remark", string>>;

type FieldProps = {
  readonly claim: ClaimAnswer;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
};

function Fields({ claim, chosen, onChange }: FieldProps) {
  const choices = choicesOf(claim);
  return (
    <>
      <div className="record-form-row">
        <NativeSelect
          autoFocus
          label={t("writeOff.what")}
          data={choices}
          value={chosen.what}
          onChange={(event) => onChange({ ...chosen, what: event.currentTarget.value })}
        />
        <NativeSelect
          label={t("writeOff.reason")}
          data={[
            { value: "", label: "" },
            ...writeOffReasonCodes.map((code) => ({
              value: code,
              label: t(`writeOffReason.${code}`),
            })),
          ]}
          value={chosen.reasonCode}
          onChange={(event) => onChange({ ...chosen, reasonCode: event.currentTarget.value })}
        />
        <NativeSelect
          label={t("writeOff.avoidable")}
          data={[
            { value: "", label: t("writeOff.byReason") },
            { value: "yes", label: t("writeOff.yes") },
            { value: "no", label: t("writeOff.no") },
          ]}
          value={chosen.avoidable}
          onChange={(event) => onChange({ ...chosen, avoidable: event.currentTarget.value })}
        />
      </div>
      <TextInput
        my="xs"
        label={t("writeOff.remark")}
        maxLength={500}
        value={chosen.remark}
        onChange={(event) => onChange({ ...chosen, remark: event.currentTarget.value })}
      />
    </>
  );
}

function choicesOf({ cents, lines }: ClaimAnswer) {
  const open = lines.filter((line) => line.cents.openInsurance > 0);
  return [
    ...(cents.denied > 0
      ? [{ value: "denied", label: t("writeOff.denied", { dollars: formatDollars(cents.denied) }) }]
      : []),
    { value: "open", label: t("writeOff.open", { dollars: formatDollars(cents.openInsurance) }) },
    ...(open.length < 2
      ? []
      : open.map((line) => ({
          value: String(line.lineNumber),
          label: t("writeOff.line", {
            line: line.lineNumber,
            dollars: formatDollars(line.cents.openInsurance),
          }),
        }))),
  ];
}

function centsOf(what: string, { cents, lines }: ClaimAnswer): number {
  if (what === "denied") return cents.denied;
  if (what === "open") return cents.openInsurance;
  return lines.find((line) => String(line.lineNumber) === what)?.cents.openInsurance ?? 0;
}

function scopeOf(what: string, claim: ClaimAnswer) {
  if (what === "denied" || what === "open") return what;
  return [{ lineNumber: Number(what), cents: centsOf(what, claim) }];
}
