import type { BalanceEquation } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { formatCents } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";

type Props = { readonly equations: readonly BalanceEquation[] };

const most = 12;
const levels = ["transaction", "claim", "line"] as const;

/** The three equations that a remittance must satisfy to the cent; those that fail come first. */
export function BalanceEquations({ equations }: Props) {
  const failing = equations.filter((one) => one.differenceCents !== 0);
  const transaction = equations.filter((one) => one.level === "transaction");
  const shown = [...new Set([...failing, ...transaction])].slice(0, most);
  return (
    <section aria-label={t("balance.title")}>
      <h2 className="section-title">{t("balance.title")}</h2>
      <p className="small" style={{ margin: "0 0 6px" }}>
        {levels.map((level) => levelSentence(level, equations)).join(" ")}
      </p>
      {shown.length > 0 && (
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
              {shown.map((one) => (
                <tr key={`${one.level}-${one.claimNumber}-${one.lineNumber}`}>
                  <td>{placeOf(one)}</td>
                  <td className="money">{formatCents(one.left)}</td>
                  <td className="money">{formatCents(one.right)}</td>
                  <td className="money">
                    <span
                      className="state-word"
                      data-tone={one.differenceCents === 0 ? "done" : "risk"}
                    >
                      {formatCents(one.differenceCents)}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {failing.length > most && (
        <p className="small">{t("balance.more", { count: failing.length - most })}</p>
      )}
    </section>
  );
}

function levelSentence(
  level: (typeof levels)[number],
  equations: readonly BalanceEquation[],
): string {
  const own = equations.filter((one) => one.level === level);
  const failing = own.filter((one) => one.differenceCents !== 0).length;
  if (own.length === 0) return "";
  return failing === 0
    ? t(`balance.${level}-holds`, { count: own.length })
    : t(`balance.${level}-fails`, { count: own.length, failing });
}

function placeOf(one: BalanceEquation): string {
  if (one.level === "transaction") return t("balance.transaction");
  const claim = t("balance.claim", { number: one.claimNumber ?? "" });
  return one.level === "claim"
    ? claim
    : `${claim}, ${t("balance.line", { number: one.lineNumber ?? "" })}`;
}
