import { ownGroups, ownTreatments } from "@headwater/revenue-cycle/back-end/denial/own-policy.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import "../../masters/form/record-form.css";
import { t } from "../../strings/translate.ts";
import { usePayers } from "../../table/payers.ts";

const empty = {
  payerId: "",
  groupCode: "CO",
  reasonCode: "",
  treatment: "contractual",
  note: "",
  effectiveFrom: "",
};

type Props = { readonly practice: string };

/** Adding a row of the practice's own: which amount, how it is read, from when on, and why. */
export function OwnPolicyForm({ practice }: Props) {
  const [isAsked, setAsked] = useState(false);
  const [row, setRow] = useState(empty);
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: () => {
      const { payerId, ...rest } = row;
      return sendJson(practiceAddress(practice, "adjustment-policies"), {
        method: "POST",
        body: { ...rest, ...(payerId === "" ? {} : { payerId: Number(payerId) }) },
      });
    },
    onSuccess: () => {
      setAsked(false);
      setRow(empty);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
  if (!isAsked) {
    return (
      <p>
        <Button variant="default" onClick={() => setAsked(true)}>
          {t("policies.add")}
        </Button>
      </p>
    );
  }
  const isReady = row.reasonCode !== "" && row.note.trim() !== "" && row.effectiveFrom !== "";
  return (
    <form
      className="waiting-work"
      aria-label={t("policies.addTitle")}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) add.mutate();
      }}
    >
      <Fields practice={practice} row={row} onChange={setRow} />
      {add.isError && (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(add.error))}
        </p>
      )}
      <Button type="submit" loading={add.isPending} disabled={!isReady} mr="xs">
        {t("policies.send")}
      </Button>
      <Button variant="default" onClick={() => setAsked(false)}>
        {t("policies.keep")}
      </Button>
    </form>
  );
}

type FieldProps = Props & {
  readonly row: typeof empty;
  readonly onChange: (change: (before: typeof empty) => typeof empty) => void;
};

function Fields({ practice, row, onChange }: FieldProps) {
  const payers = usePayers(practice);
  const set = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    onChange((before) => ({ ...before, [name]: value }));
  };
  return (
    <>
      <div className="record-form-row">
        <NativeSelect
          autoFocus
          label={t("policies.group")}
          data={[...ownGroups]}
          value={row.groupCode}
          onChange={set("groupCode")}
        />
        <TextInput
          label={t("policies.reason")}
          maxLength={5}
          value={row.reasonCode}
          onChange={(event) => {
            const reasonCode = event.currentTarget.value.trim().toUpperCase();
            onChange((before) => ({ ...before, reasonCode }));
          }}
        />
        <NativeSelect
          label={t("policies.payerOptional")}
          data={[
            { value: "", label: t("policies.everyPayer") },
            ...payers.map(([value, label]) => ({ value, label })),
          ]}
          value={row.payerId}
          onChange={set("payerId")}
        />
        <NativeSelect
          label={t("policies.readAs")}
          data={ownTreatments.map((value) => ({ value, label: t(`treatmentWord.${value}`) }))}
          value={row.treatment}
          onChange={set("treatment")}
        />
        <TextInput
          type="date"
          label={t("policies.from")}
          value={row.effectiveFrom}
          onChange={set("effectiveFrom")}
        />
      </div>
      <TextInput
        my="xs"
        label={t("policies.note")}
        maxLength={500}
        value={row.note}
        onChange={set("note")}
      />
    </>
  );
}
