import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useBusinessDate } from "../../frame/business-date.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { typedPrice } from "../../masters/price/typed-price.ts";
import { t, tOr } from "../../strings/translate.ts";
import { useMoneyChange } from "../patient-account/account-query.ts";
import { ChangeFailure } from "../patient-account/change-failure.tsx";
import "../patient-account/patient-account.css";

/** Roles that may write off, in the order of the list. */
export const limitedRoles = [
  "biller",
  "poster",
  "denial-specialist",
  "ar-follow-up",
  "manager",
  "administrator",
  "owner",
  "operator",
] as const;

export type LimitedRole = (typeof limitedRoles)[number];

/** Sets the limit of a role from a day on; what held before stays on record. */
export function LimitForm({ practice }: { readonly practice: string }) {
  const today = useBusinessDate(practice);
  const [role, setRole] = useState<LimitedRole>("biller");
  const [amount, setAmount] = useState("");
  const [effectiveFrom, setDay] = useState(today);
  const setting = useMoneyChange(practice);
  const limitCents = typedPrice(amount);
  const isReady = limitCents !== undefined && effectiveFrom !== "" && !setting.isPending;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!isReady) return;
    const body = { kind: "write-off", role, limitCents, effectiveFrom };
    setting.mutate({ path: "approval-limits", body }, { onSuccess: () => setAmount("") });
  };
  useShortcut("Ctrl+Enter", () => submit());
  return (
    <form className="account-form" aria-label={t("approvalLimits.set")} onSubmit={submit}>
      <h2 className="section-title">{t("approvalLimits.set")}</h2>
      <NativeSelect
        label={t("approvalLimits.role")}
        value={role}
        data={limitedRoles.map((value) => ({ value, label: tOr(`role.${value}`, value) }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setRole(limitedRoles.find((one) => one === value) ?? role);
        }}
      />
      <TextInput
        label={t("approvalLimits.amount")}
        inputMode="decimal"
        value={amount}
        error={
          amount !== "" && limitCents === undefined ? t("approvalLimits.badAmount") : undefined
        }
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t("approvalLimits.day")}
        value={effectiveFrom}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Button type="submit" loading={setting.isPending} disabled={!isReady}>
        {t("approvalLimits.save")}
      </Button>
      <ChangeFailure error={setting.error} />
    </form>
  );
}
