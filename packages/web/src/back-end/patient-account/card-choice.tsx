import type {
  CardGatewayAnswer,
  ChargedAnswer,
} from "@headwater/revenue-cycle/back-end/card-payment/card-payment-answers.ts";
import { Button, NativeSelect } from "@mantine/core";
import { t, tOr } from "../../strings/translate.ts";
import { useMoneyChange } from "./account-query.ts";
import { ChangeFailure } from "./change-failure.tsx";

type ChoiceProps = {
  readonly gateway: CardGatewayAnswer;
  readonly token: string;
  readonly onChange: (token: string) => void;
};

/** Which card is charged: of the test gateway, one of its cards. A number is never typed here. */
export function CardChoice({ gateway, token, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      label={t("card.card")}
      description={t("card.testGateway")}
      value={token}
      data={gateway.cards.map((card) => ({
        value: card.token,
        label: `${card.brand} ${card.lastFour}: ${tOr(`testCard.${card.does}`, card.does)}`,
      }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

type OutcomeProps = {
  readonly practice: string;
  readonly charged: ChargedAnswer;
  readonly onAnswered: (charged: ChargedAnswer) => void;
};

/** What became of a charge that is not paid: it waits, it was declined, or it never arrived. */
export function CardOutcome({ practice, charged, onAnswered }: OutcomeProps) {
  const asking = useMoneyChange<ChargedAnswer>(practice);
  if (charged.state === "paid") return null;
  if (charged.state === "pending") {
    const path = `card-payments/${charged.id}/look-up` as const;
    return (
      <div role="status">
        <p>{t("card.pending")}</p>
        <Button
          variant="default"
          loading={asking.isPending}
          onClick={() => asking.mutate({ path }, { onSuccess: onAnswered })}
        >
          {t("card.askNow")}
        </Button>
        <ChangeFailure error={asking.error} />
      </div>
    );
  }
  const why = tOr(`cardDecline.${charged.code}`, charged.code ?? "");
  return (
    <p role="alert" className="error-line">
      {charged.state === "failed" ? t("card.failed") : t("card.declined", { why })}
    </p>
  );
}
