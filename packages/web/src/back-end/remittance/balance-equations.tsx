import type { RemittanceAnswer } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { formatCents } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { type BalanceFault, readBalanceFaults } from "./balance-faults.ts";

type Props = {
  readonly remittance: {
    readonly balance: Pick<RemittanceAnswer["balance"], "equations" | "faults">;
  };
};

const most = 12;

/** The three equations that a remittance must satisfy to the cent, with every difference found. */
export function BalanceEquations({ remittance }: Props) {
  const faults = readBalanceFaults(remittance.balance.faults);
  const parts = faults.filter((fault) => fault.level !== "transaction");
  const payment = remittance.balance.equations.find((one) => one.level === "transaction");
  const failing = (level: BalanceFault["level"]) =>
    parts.filter((fault) => fault.level === level).length;
  return (
    <section aria-label={t("balance.title")}>
      <h2 className="section-title">{t("balance.title")}</h2>
      <div className="plain-table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("balance.where")}</th>
              <th scope="col" className="money">
                {t("balance.left")}
              </th>
              <th scope="col" className="money">
                {t("balance.right")}
              </th>
              <th scope="col" className="money">
                {t("balance.difference")}
              </th>
            </tr>
          </thead>
          <tbody>
            {payment && (
              <tr>
                <td>{t("balance.transaction")}</td>
                <Sides {...payment} />
              </tr>
            )}
            <WholeRow words={t("balance.claims")} failing={failing("claim")} />
            <WholeRow words={t("balance.lines")} failing={failing("line")} />
            {parts.slice(0, most).map((fault) => (
              <tr key={`${fault.level}-${fault.claimNumber}-${fault.lineNumber}-${fault.left}`}>
                <td>{placeOf(fault)}</td>
                <Sides {...fault} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {parts.length > most && (
        <p className="small">{t("balance.more", { count: parts.length - most })}</p>
      )}
    </section>
  );
}

type SidesProps = Pick<BalanceFault, "left" | "right" | "differenceCents">;

function Sides({ left, right, differenceCents }: SidesProps) {
  return (
    <>
      <td className="money">{formatCents(left)}</td>
      <td className="money">{formatCents(right)}</td>
      <td className="money">
        <span className="state-word" data-tone={differenceCents === 0 ? "done" : "risk"}>
          {formatCents(differenceCents)}
        </span>
      </td>
    </>
  );
}

/** An equation that every claim or line must satisfy, as a whole. */
function WholeRow({ words, failing }: { readonly words: string; readonly failing: number }) {
  return (
    <tr>
      <td>{words}</td>
      <td colSpan={3} className="money">
        <span className="state-word" data-tone={failing === 0 ? "done" : "risk"}>
          {failing === 0 ? t("balance.holds") : t("balance.fails", { count: failing })}
        </span>
      </td>
    </tr>
  );
}

function placeOf(fault: BalanceFault): string {
  const claim = t("balance.claim", { number: fault.claimNumber ?? "" });
  if (fault.level === "claim") return claim;
  return `${claim}, ${t("balance.line", { number: fault.lineNumber ?? "" })}`;
}
