import type { ChargeItemAnswer } from "@headwater/revenue-cycle/masters/charge-master/charge-item-answers.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { t } from "../../strings/translate.ts";
import { sendPrice } from "./price-change.ts";
import { typedPrice } from "./typed-price.ts";

export type PriceEditing = {
  /** The row whose price is a field. */
  readonly id: number | undefined;
  /** Why the last price was not kept. */
  readonly told: string | undefined;
  readonly edit: (id: number) => void;
  readonly save: (row: ChargeItemAnswer, text: string, step: -1 | 0 | 1) => void;
  readonly cancel: () => void;
};

/**
 * Edits prices row after row. The next row is there at once; a price that is refused comes back to
 * its row with the reason.
 */
export function usePriceEditing(practice: string, rows: readonly ChargeItemAnswer[]): PriceEditing {
  const queries = useQueryClient();
  const [id, setId] = useState<number | undefined>(undefined);
  const [told, setTold] = useState<string | undefined>(undefined);
  // A field that leaves the page loses its focus; what was saved by its key is not saved again.
  const left = useRef<number | undefined>(undefined);
  const edit = (next: number | undefined) => {
    left.current = undefined;
    setId(next);
  };
  const send = async (row: ChargeItemAnswer, priceCents: number) => {
    try {
      await sendPrice(practice, row, { priceCents });
    } catch (error) {
      setTold(problemSentence(problemOf(error)));
      edit(row.id);
    }
    await queries.invalidateQueries({ queryKey: [practice, "charge-items"] });
  };
  const save = (row: ChargeItemAnswer, text: string, step: -1 | 0 | 1) => {
    if (left.current === row.id) return;
    const cents = typedPrice(text);
    if (cents === undefined) {
      setTold(t("prices.notDollars"));
      return;
    }
    setTold(undefined);
    const at = rows.findIndex((one) => one.id === row.id);
    const next = step === 0 ? undefined : rows[at + step]?.id;
    setId(next);
    left.current = row.id;
    if (cents !== row.priceCents) void send(row, cents);
  };
  const cancel = () => {
    left.current = id;
    setTold(undefined);
    setId(undefined);
  };
  return { id, told, edit, save, cancel };
}
