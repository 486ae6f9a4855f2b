import type { NextPayerAnswer } from "@headwater/revenue-cycle/back-end/secondary/next-payer-answers.ts";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";

/** The name of the payer at a place in the order of payers. */
export function payerName(answer: NextPayerAnswer, rank: number | null): string {
  const name = answer.payers.find((payer) => payer.rank === rank)?.name;
  return name || t("nextPayer.unnamed", { rank: rank ?? answer.billedRank + 1 });
}

/** What happens next with the claim, and why; undefined when nothing does. */
export function nextPayerSentence(answer: NextPayerAnswer): string | undefined {
  const { next, sending } = answer;
  const payer = payerName(answer, next.rank);
  const amount = formatDollars(next.cents ?? 0);
  const due = next.dueOn ? formatDate(next.dueOn) : "";
  switch (next.is) {
    case "none":
      return undefined;
    case "denied":
      return t("nextPayer.sentence.denied", { amount });
    case "crossover": {
      const since = next.since ? formatDate(next.since) : "";
      return next.isOverdue
        ? t("nextPayer.sentence.crossoverOverdue", { since, due })
        : t("nextPayer.sentence.crossover", { since, due });
    }
    case "bill":
      return t("nextPayer.sentence.bill", { payer });
    case "prepared":
      if (!next.isClean) return t("nextPayer.sentence.faulty", { payer });
      return sending?.form === "paper"
        ? t("nextPayer.sentence.preparedPaper", { payer })
        : t("nextPayer.sentence.prepared", { payer });
    case "waiting":
      if (next.isRejected) return t("nextPayer.sentence.rejected", { payer });
      if (next.isOverdue) return t("nextPayer.sentence.waitingOverdue", { payer, due });
      return next.dueOn
        ? t("nextPayer.sentence.waitingUntil", { payer, due })
        : t("nextPayer.sentence.waiting", { payer });
    case "patient":
      return next.isReleased
        ? t("nextPayer.sentence.released", { amount })
        : t("nextPayer.sentence.patient", { amount });
    case "protected":
      return t("nextPayer.sentence.protected", { amount });
  }
}
