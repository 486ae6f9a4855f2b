import type { ChargeItemAnswer } from "@headwater/revenue-cycle/masters/charge-master/charge-item-answers.ts";
import {
  chargeItemFaultsOf,
  tidyChargeItem,
} from "@headwater/revenue-cycle/masters/charge-master/decide-charge-item.ts";
import { masterFaults } from "@headwater/revenue-cycle/masters/master-faults.ts";
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";
import { emptyPrice } from "./price-change.ts";
import { typedPrice } from "./typed-price.ts";
import "../form/record-form.css";

type Props = { readonly practice: string; readonly today: string };

const fields = ["procedureCode", "modifiers", "price", "label"] as const;

/** A new price in one line: typed, Enter, and the next one. `n` comes here from anywhere. */
export function PriceEntry({ practice, today }: Props) {
  const queries = useQueryClient();
  const first = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState({ procedureCode: "", modifiers: "", price: "", label: "" });
  const [from, setFrom] = useState(today);
  const [endsEarlier, setEndsEarlier] = useState(true);
  const [told, setTold] = useState<string | undefined>(undefined);
  useShortcut("n", () => first.current?.focus());
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const priceCents = typedPrice(typed.price);
    if (priceCents === undefined) return setTold(t("prices.notDollars"));
    const { price: _, ...texts } = typed;
    const sent = { ...emptyPrice, ...texts, priceCents, effectiveFrom: from, endsEarlier };
    const [fault] = chargeItemFaultsOf(tidyChargeItem(sent));
    if (fault) return setTold(masterFaults[fault.code]);
    try {
      const url = practiceAddress(practice, "charge-items");
      await sendJson<ChargeItemAnswer>(url, { method: "POST", body: sent });
      setTold(undefined);
      setTyped({ procedureCode: "", modifiers: "", price: "", label: "" });
      first.current?.focus();
      await queries.invalidateQueries({ queryKey: [practice, "charge-items"] });
    } catch (error) {
      setTold(problemSentence(problemOf(error)));
    }
  };
  return (
    <form
      className="price-entry"
      aria-label={t("prices.entry")}
      onSubmit={(event) => void add(event)}
    >
      {fields.map((field) => (
        <label key={field}>
          {t(`masterField.${field}`)}
          <input
            {...(field === "procedureCode" ? { ref: first } : {})}
            size={field === "label" ? 28 : 9}
            value={typed[field]}
            onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
          />
        </label>
      ))}
      <label>
        {t("masterField.effectiveFrom")}
        <input type="date" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <span className="small">
        <label style={{ display: "inline" }}>
          <input
            type="checkbox"
            style={{ height: "auto" }}
            checked={endsEarlier}
            onChange={(event) => setEndsEarlier(event.currentTarget.checked)}
          />{" "}
          {t("masterField.endsEarlier")}
        </label>
      </span>
      <Button type="submit" size="compact-sm">
        {t("prices.add")}
      </Button>
      {told && (
        <p role="alert" className="error-line">
          {told}
        </p>
      )}
    </form>
  );
}
