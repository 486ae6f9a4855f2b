import type { PaperAdjustment } from "@headwater/revenue-cycle/back-end/paper-remittance/paper-entry.ts";
import { Button, CloseButton } from "@mantine/core";
import { t } from "../../strings/translate.ts";

type Props = {
  readonly adjustments: readonly PaperAdjustment[];
  readonly onChange: (adjustments: readonly PaperAdjustment[]) => void;
};

const fields = [
  ["reasonCode", "paper.adjustmentCode", 2],
  ["reference", "paper.adjustmentReference", 50],
  ["amount", "paper.adjustmentAmount", 20],
] as const;

/** Amounts of the payment that belong to no claim: interest, an overpayment taken back. */
export function PaperAdjustments({ adjustments, onChange }: Props) {
  const set = (index: number, part: Partial<PaperAdjustment>) =>
    onChange(adjustments.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <section aria-label={t("paper.adjustments")}>
      {adjustments.map((adjustment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing of its own but its place
        <div key={index} className="paper-claim-fields">
          {fields.map(([name, words, maxLength]) => (
            <label key={name}>
              {t(words)}{" "}
              <input
                maxLength={maxLength}
                value={adjustment[name]}
                onChange={(event) => set(index, { [name]: event.currentTarget.value })}
              />
            </label>
          ))}
          <CloseButton
            size="sm"
            aria-label={t("paper.removeAdjustment")}
            onClick={() => onChange(adjustments.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => onChange([...adjustments, { reasonCode: "", reference: "", amount: "" }])}
      >
        {t("paper.addAdjustment")}
      </Button>
    </section>
  );
}
