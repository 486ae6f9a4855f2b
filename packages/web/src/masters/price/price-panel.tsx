import type { ChargeItemAnswer } from "@headwater/revenue-cycle/masters/charge-master/charge-item-answers.ts";
import {
  type ChargeItemDraft,
  chargeItemFaultsOf,
  ndcUnits,
  tidyChargeItem,
} from "@headwater/revenue-cycle/masters/charge-master/decide-charge-item.ts";
import type { MasterFault } from "@headwater/revenue-cycle/masters/master-faults.ts";
import { t } from "../../strings/translate.ts";
import { RecordForm } from "../form/record-form.tsx";
import { RecordPanel } from "../form/record-panel.tsx";
import { type PriceSent, priceSent } from "./price-change.ts";

type Props = {
  readonly practice: string;
  readonly id: number | undefined;
  readonly mayWrite: boolean;
  readonly onClose: () => void;
};

/** Everything of one price but the amount, which is typed in the list. */
export function PricePanel({ practice, id, mayWrite, onClose }: Props) {
  if (id === undefined) return null;
  return (
    <RecordPanel<ChargeItemAnswer>
      practice={practice}
      path="charge-items"
      one={`charge-items/${id}`}
      titleOf={(row) => `${row.procedureCode} ${row.modifiers}`.trim()}
      newTitle={t("prices.title")}
      onClose={onClose}
    >
      {(known, reload) =>
        known && (
          <RecordForm<PriceSent, ChargeItemAnswer>
            practice={practice}
            path={`charge-items/${id}`}
            known={known}
            start={priceSent(known)}
            rows={[
              [{ field: "procedureCode" }, { field: "modifiers" }],
              [{ field: "label" }],
              [
                { field: "effectiveFrom", kind: "date" },
                { field: "effectiveTo", kind: "date" },
              ],
              [{ field: "revenueCode" }],
              [
                { field: "ndc" },
                {
                  field: "ndcUnit",
                  options: [
                    ["", t("masters.choose")],
                    ...ndcUnits.map((unit) => [unit, unit] as const),
                  ],
                },
                { field: "ndcUnitsEach" },
              ],
            ]}
            faultsOf={faultsOf}
            mayWrite={mayWrite}
            onSaved={reload}
            onReload={reload}
          />
        )
      }
    </RecordPanel>
  );
}

function faultsOf({ endsEarlier: _, ...draft }: PriceSent): readonly MasterFault[] {
  const typed: ChargeItemDraft = draft;
  return chargeItemFaultsOf(tidyChargeItem(typed));
}
