import type { ReadPaper } from "@headwater/revenue-cycle/back-end/paper-remittance/read-paper.ts";
import { formatCents } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";

/** The three equations as one types, and the first thing that is missing. */
export function PaperBalance({ read }: { readonly read: ReadPaper }) {
  const { balance, faults, paidCents } = read;
  const ofLevel = (level: string) => {
    const found = balance.faults.filter((fault) => fault.level === level);
    return {
      count: found.length,
      cents: formatCents(found.reduce((sum, one) => sum + Math.abs(one.differenceCents), 0)),
    };
  };
  const lines = ofLevel("line");
  const claims = ofLevel("claim");
  const inClaims = balance.claimsPaidCents - balance.providerAdjustmentCents;
  const whole = {
    paid: formatCents(paidCents),
    claims: formatCents(inClaims),
    cents: formatCents(paidCents - inClaims),
  };
  const [missing] = faults;
  return (
    <footer className="paper-balance" role="status" aria-label={t("paper.balance")}>
      <span data-differs={lines.count > 0 || undefined}>
        {lines.count === 0 ? t("paper.linesAdd") : t("paper.linesDiffer", lines)}
      </span>
      <span data-differs={claims.count > 0 || undefined}>
        {claims.count === 0 ? t("paper.claimsAdd") : t("paper.claimsDiffer", claims)}
      </span>
      <span data-differs={paidCents !== inClaims || undefined}>
        {t(paidCents === inClaims ? "paper.wholeAdds" : "paper.wholeDiffers", whole)}
      </span>
      {missing && <span className="dim">{t(`paperFault.${missing.code}`)}</span>}
    </footer>
  );
}
