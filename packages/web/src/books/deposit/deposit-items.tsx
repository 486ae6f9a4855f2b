import { Button, CloseButton, TextInput } from "@mantine/core";
import { typedPrice } from "../../masters/price/typed-price.ts";
import { t } from "../../strings/translate.ts";
import { type DepositDraft, emptyItem, type ItemDraft } from "./deposit-draft.ts";

type Props = {
  readonly draft: DepositDraft;
  readonly onChange: (items: readonly ItemDraft[]) => void;
};

/** The payments of a deposit, a row each; only a batch takes more than one. */
export function DepositItems({ draft, onChange }: Props) {
  const { items, way } = draft;
  const add = () => {
    const last = items.at(-1);
    onChange([...items, emptyItem((last?.key ?? 0) + 1, last?.payerName)]);
  };
  const change = (key: number, part: Partial<ItemDraft>) =>
    onChange(items.map((item) => (item.key === key ? { ...item, ...part } : item)));
  return (
    <>
      {items.map((item, index) => (
        <fieldset key={item.key} className="deposit-item">
          <legend className="visually-hidden">{t("deposit.check", { number: index + 1 })}</legend>
          <ItemFields
            item={item}
            hasFee={way === "virtual-card"}
            isFresh={index > 0 && index === items.length - 1}
            onChange={(part) => change(item.key, part)}
          />
          {items.length > 1 && (
            <CloseButton
              size="sm"
              aria-label={t("deposit.removeCheck", { number: index + 1 })}
              onClick={() => onChange(items.filter(({ key }) => key !== item.key))}
            />
          )}
        </fieldset>
      ))}
      {way === "lockbox" && (
        <div>
          <Button variant="default" size="compact-sm" onClick={add}>
            {t("deposit.addCheck")}
          </Button>
        </div>
      )}
    </>
  );
}

type FieldsProps = {
  readonly item: ItemDraft;
  readonly hasFee: boolean;
  /** Just added: its first field has the focus. */
  readonly isFresh: boolean;
  readonly onChange: (part: Partial<ItemDraft>) => void;
};

function ItemFields({ item, hasFee, isFresh, onChange }: FieldsProps) {
  const isWrong = (text: string) => text !== "" && typedPrice(text) === undefined;
  return (
    <>
      <TextInput
        autoFocus={isFresh}
        label={t("deposit.reference")}
        maxLength={60}
        value={item.reference}
        onChange={(event) => onChange({ reference: event.currentTarget.value })}
      />
      <TextInput
        label={t("deposit.payer")}
        list="deposit-payers"
        maxLength={100}
        value={item.payerName}
        onChange={(event) => onChange({ payerName: event.currentTarget.value })}
      />
      <TextInput
        label={t("deposit.bank")}
        inputMode="decimal"
        value={item.amount}
        error={isWrong(item.amount) ? t("deposit.badAmount") : undefined}
        onChange={(event) => onChange({ amount: event.currentTarget.value })}
      />
      {hasFee && (
        <TextInput
          label={t("deposit.fee")}
          inputMode="decimal"
          value={item.fee}
          error={isWrong(item.fee) ? t("deposit.badAmount") : undefined}
          onChange={(event) => onChange({ fee: event.currentTarget.value })}
        />
      )}
    </>
  );
}
