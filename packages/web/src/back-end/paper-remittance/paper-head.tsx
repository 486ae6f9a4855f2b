import {
  type PaperEntry,
  paperMethods,
} from "@headwater/revenue-cycle/back-end/paper-remittance/paper-entry.ts";
import { NativeSelect, TextInput } from "@mantine/core";
import { useBusinessDate } from "../../frame/business-date.ts";
import { t } from "../../strings/translate.ts";
import { usePayers } from "../../table/payers.ts";

type Props = {
  readonly practice: string;
  readonly entry: PaperEntry;
  readonly onChange: (part: Partial<PaperEntry>) => void;
};

/** Who paid, by which check, when and how much. */
export function PaperHead({ practice, entry, onChange }: Props) {
  const payers = usePayers(practice);
  const today = useBusinessDate(practice);
  return (
    <div className="paper-head">
      <NativeSelect
        autoFocus={entry.payerId === null}
        label={t("paper.payer")}
        value={entry.payerId === null ? "" : String(entry.payerId)}
        data={[
          { value: "", label: t("paper.choosePayer") },
          ...payers.map(([value, label]) => ({ value, label })),
        ]}
        onChange={(event) => onChange({ payerId: Number(event.currentTarget.value) || null })}
      />
      <NativeSelect
        label={t("paper.method")}
        value={entry.method}
        data={paperMethods.map((value) => ({ value, label: t(`paperMethod.${value}`) }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ method: paperMethods.find((one) => one === value) ?? entry.method });
        }}
      />
      <TextInput
        label={t("paper.number")}
        maxLength={50}
        value={entry.traceNumber}
        onChange={(event) => onChange({ traceNumber: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t("paper.day")}
        max={today}
        value={entry.paidOn}
        onChange={(event) => onChange({ paidOn: event.currentTarget.value })}
      />
      <TextInput
        label={t("paper.paid")}
        inputMode="decimal"
        maxLength={20}
        value={entry.paid}
        onChange={(event) => onChange({ paid: event.currentTarget.value })}
      />
      <TextInput
        label={t("paper.remark")}
        maxLength={500}
        value={entry.remark}
        onChange={(event) => onChange({ remark: event.currentTarget.value })}
      />
    </div>
  );
}
