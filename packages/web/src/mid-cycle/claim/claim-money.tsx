import type {
  ClaimAnswer,
  ClaimCents,
} from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { formatCents } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { MoneyOrDash } from "../../table/money.tsx";
import { Stated } from "../../table/stated.tsx";

export type Amount = keyof ClaimCents;

type Props = {
  readonly claim: ClaimAnswer;
  /** Opens the transfers behind an amount; without a line, those of the whole claim. */
  readonly onAmount: (amount: Amount, line: number | undefined) => void;
};

const always: readonly Amount[] = [
  "charged",
  "insurancePaid",
  "contractual",
  "patientResponsibility",
  "openInsurance",
  "denied",
  "openPatient",
];
const ifAny: readonly Amount[] = [
  "writtenOff",
  "withheld",
  "incentive",
  "patientPaid",
  "patientForgiven",
  "creditInsurance",
  "creditPatient",
];

/** Whether a word of an address names an amount of a claim. */
export function isAmount(name: string): name is Amount {
  return [...always, ...ifAny].some((amount) => amount === name);
}

/** Money per line straight from the books; every amount opens the transfers it is made of. */
export function ClaimMoney({ claim, onAmount }: Props) {
  const amounts = [...always, ...ifAny.filter((name) => claim.cents[name] !== 0)];
  const allowed = (cents: ClaimCents) => cents.insurancePaid + cents.patientResponsibility;
  return (
    <section aria-label={t("claim.money")}>
      <h2 className="section-title">{t("claim.money")}</h2>
      <div className="plain-table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("claim.line")}</th>
              <th scope="col">{t("claim.code")}</th>
              {amounts.map((name) => (
                <th key={name} scope="col" className="money">
                  {t(`cents.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {claim.lines.map((line) => (
              <tr key={line.lineNumber}>
                <td>{line.lineNumber === 0 ? t("claim.whole") : line.lineNumber}</td>
                <td>
                  <Stated text={codeOf(line)} />
                </td>
                {amounts.map((name) => (
                  <td key={name} className="money">
                    <AmountButton
                      cents={line.cents[name]}
                      label={`${t(`cents.${name}`)}, ${t("claim.line")} ${line.lineNumber}`}
                      onPress={() => onAmount(name, line.lineNumber)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t("table.total")}
              </th>
              {amounts.map((name) => (
                <td key={name} className="money">
                  <AmountButton
                    cents={claim.cents[name]}
                    label={`${t(`cents.${name}`)}, ${t("table.total")}`}
                    onPress={() => onAmount(name, undefined)}
                  />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="small">{t("claim.identity", { allowed: formatCents(allowed(claim.cents)) })}</p>
    </section>
  );
}

function codeOf(line: ClaimAnswer["lines"][number]): string {
  const code = line.procedureCode ?? line.revenueCode ?? "";
  return [code, ...line.modifiers].filter(Boolean).join(" ");
}

type AmountProps = {
  readonly cents: number;
  readonly label: string;
  readonly onPress: () => void;
};

function AmountButton({ cents, label, onPress }: AmountProps) {
  if (cents === 0) return <MoneyOrDash cents={0} />;
  return (
    <button
      type="button"
      className="link-button"
      aria-label={`${label}: ${formatCents(cents)}`}
      onClick={onPress}
    >
      {formatCents(cents)}
    </button>
  );
}
