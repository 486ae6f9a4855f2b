import type { RemittanceClaimRow } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { TransfersLink } from "../../books/account/transfers-link.tsx";
import type { TransfersSearch } from "../../books/account/transfers-search-params.ts";
import { t, tOr } from "../../strings/translate.ts";

type Props = {
  readonly practice: string;
  readonly claim: RemittanceClaimRow;
  /** The claim's transfers. */
  readonly of: TransfersSearch;
};

/** Why a payer paid other than charged, reason by reason, and how each was read. */
export function RemittanceAdjustments({ practice, claim, of }: Props) {
  if (claim.adjustments.length === 0) return null;
  const codes = new Map(claim.lines.map((line) => [line.number, line.procedureCode]));
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t("claim.line")}</th>
          <th scope="col">{t("denial.reason")}</th>
          <th scope="col">{t("remittance.treatment")}</th>
          <th scope="col" className="money">
            {t("providerAdjustment.amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {claim.adjustments.map((one) => (
          <tr key={`${one.lineNumber}-${one.groupCode}-${one.reasonCode}-${one.cents}`}>
            <td>
              {one.lineNumber === 0
                ? t("claim.whole")
                : [one.lineNumber, codes.get(one.lineNumber)].filter(Boolean).join(" · ")}
            </td>
            <td>
              {one.words} <span className="small">{`${one.groupCode}-${one.reasonCode}`}</span>
            </td>
            <td>{tOr(`treatment.${one.treatment}`, one.treatment)}</td>
            <td className="money">
              <TransfersLink {...{ practice, cents: one.cents, of }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
