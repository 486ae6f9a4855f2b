import { depositWays } from "@headwater/revenue-cycle/books/deposit/decide-deposit.ts";
import type { DepositAnswer } from "@headwater/revenue-cycle/books/deposit/deposit-answers.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useMoneyChange } from "../../back-end/patient-account/account-query.ts";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatCents } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { typedPrice } from "../../masters/price/typed-price.ts";
import { t } from "../../strings/translate.ts";
import { type DepositDraft, depositOf, emptyItem, typedCents } from "./deposit-draft.ts";
import { DepositItems } from "./deposit-items.tsx";

type Props = {
  readonly practice: string;
  readonly onClose: () => void;
  readonly onEntered: (first: DepositAnswer) => void;
};

/** Types in a deposit beside the list: a check, a lockbox batch row by row, a virtual card, cash. */
export function DepositForm({ practice, onClose, onEntered }: Props) {
  const today = useBusinessDate(practice);
  const [draft, setDraft] = useState<DepositDraft>({
    way: "check",
    on: today,
    batchNumber: "",
    batchTotal: "",
    items: [emptyItem(1)],
  });
  const change = (part: Partial<DepositDraft>) => setDraft({ ...draft, ...part });
  const entering = useMoneyChange<{ readonly rows: readonly DepositAnswer[] }>(practice);
  const body = depositOf(draft);
  const save = (isAnother = false) => {
    if (body === undefined || entering.isPending) return;
    entering.mutate(
      { path: "deposits", body: { ...body, isAnother } },
      { onSuccess: ({ rows }) => rows[0] && onEntered(rows[0]) },
    );
  };
  useShortcut("Ctrl+Enter", () => save());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const problem = entering.error ? problemOf(entering.error) : undefined;
  return (
    <SidePanel isWide title={t("deposits.enter")} onClose={onClose}>
      <form className="deposit-form" aria-label={t("deposits.enter")} onSubmit={submit}>
        <DepositHead draft={draft} today={today} onChange={change} />
        <DepositItems draft={draft} onChange={(items) => change({ items })} />
        <PayerNames practice={practice} />
        <DepositSum draft={draft} />
        {problem && (
          <p className="error-line" role="alert">
            {problem.code === "deposit_known" ? t("deposit.known") : problemSentence(problem)}
          </p>
        )}
        <div className="deposit-actions">
          <Button type="submit" loading={entering.isPending} disabled={body === undefined}>
            {t("deposit.save")}
          </Button>
          {problem?.code === "deposit_known" && (
            <Button variant="default" onClick={() => save(true)}>
              {t("deposit.isAnother")}
            </Button>
          )}
        </div>
      </form>
    </SidePanel>
  );
}

type HeadProps = {
  readonly draft: DepositDraft;
  readonly today: string;
  readonly onChange: (part: Partial<DepositDraft>) => void;
};

function DepositHead({ draft, today, onChange }: HeadProps) {
  const isLockbox = draft.way === "lockbox";
  return (
    <div className="deposit-head">
      <NativeSelect
        autoFocus
        label={t("deposit.way")}
        value={draft.way}
        data={depositWays.map((way) => ({ value: way, label: t(`depositWay.${way}`) }))}
        onChange={(event) => {
          const way = depositWays.find((one) => one === event.currentTarget.value) ?? draft.way;
          // Only a batch holds several payments.
          onChange({ way, items: way === "lockbox" ? draft.items : draft.items.slice(0, 1) });
        }}
      />
      <TextInput
        type="date"
        label={t("deposit.date")}
        max={today}
        value={draft.on}
        onChange={(event) => onChange({ on: event.currentTarget.value })}
      />
      {isLockbox && (
        <>
          <TextInput
            label={t("deposit.batch")}
            maxLength={60}
            value={draft.batchNumber}
            onChange={(event) => onChange({ batchNumber: event.currentTarget.value })}
          />
          <TextInput
            label={t("deposit.batchTotal")}
            inputMode="decimal"
            value={draft.batchTotal}
            onChange={(event) => onChange({ batchTotal: event.currentTarget.value })}
          />
        </>
      )}
    </div>
  );
}

/** The names of the practice's payers, offered while one is typed. */
function PayerNames({ practice }: { readonly practice: string }) {
  const payers = useQuery({
    queryKey: [practice, "payers", "names"],
    queryFn: ({ signal }) =>
      getJson<{ rows: readonly { readonly name: string }[] }>(
        practiceAddress(practice, "payers", { limit: 200 }),
        signal,
      ),
  });
  return (
    <datalist id="deposit-payers">
      {[...new Set(payers.data?.rows.map(({ name }) => name))].map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

/** What the rows come to: beside the batch's total, or with the fee what the payer paid. */
function DepositSum({ draft }: { readonly draft: DepositDraft }) {
  const sum = typedCents(draft.items);
  if (draft.way === "virtual-card") {
    const fee = typedPrice(draft.items[0]?.fee ?? "") ?? 0;
    return <p role="status">{t("deposit.gross", { amount: formatCents(sum + fee) })}</p>;
  }
  const total = typedPrice(draft.batchTotal);
  if (draft.way !== "lockbox" || total === undefined) return null;
  if (sum === total) return <p role="status">{t("deposit.adds")}</p>;
  const words = {
    sum: formatCents(sum),
    total: formatCents(total),
    difference: formatCents(Math.abs(total - sum)),
  };
  return <p role="status">{t(sum > total ? "deposit.over" : "deposit.unequal", words)}</p>;
}
