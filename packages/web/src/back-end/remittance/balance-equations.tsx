import type { RemittanceAnswer } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { TransfersLink } from "../../books/account/transfers-link.tsx";
import { formatCents } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { type BalanceFault, readBalanceFaults } from "./balance-faults.ts";

type Props = {
  /** With it the sums of the payment open what it moved. */
  readonly practice?: string;
  readonly remittance: {
    readonly id?: number;
    readonly balance: Pick<RemittanceAnswer["balance"], "equations" | "faults">;
  };
};

const most = 12;

/** The three equations that a remittance must satisfy to the cent, with every difference found. */
export function BalanceEquations({ practice, remittance }: Props) {
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
                <Sides
                  {...payment}
                  opens={
                    practice !== undefined && remittance.id !== undefined
                      ? { practice, id: String(remittance.id) }
                      : undefined
                  }
                />
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

type SidesProps = Pick<BalanceFault, "left" | "right" | "differenceCents"> & {
  readonly opens?: { readonly practice: string; readonly id: string } | undefined;
};

function Sides({ left, right, differenceCents, opens }: SidesProps) {
  const shown = (cents: number) =>
    opens === undefined ? (
      formatCents(cents)
    ) : (
      <TransfersLink practice={opens.practice} cents={cents} of={{ remittance: opens.id }} />
    );
  return (
    <>
      <td className="money">{shown(left)}</td>
      <td className="money">{shown(right)}</td>
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
