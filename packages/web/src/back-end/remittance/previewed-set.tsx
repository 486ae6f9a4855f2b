import type {
  PreviewedSet as PreviewedSetAnswer,
  PreviewedTransfer,
} from "@headwater/revenue-cycle/back-end/file/preview-answers.ts";
import { Link } from "@tanstack/react-router";
import { formatCents, formatDate, formatDollars } from "../../frame/format.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { BalanceEquations } from "./balance-equations.tsx";

type Props = { readonly practice: string; readonly set: PreviewedSetAnswer };

/** One transaction set: its verdict and why, the equations, what would move, what would be left. */
export function PreviewedSet({ practice, set }: Props) {
  const { remittance } = set;
  const why = set.reasonCode ? tOr(`reason.${set.reasonCode}`, set.reason ?? set.reasonCode) : "";
  return (
    <section aria-label={t("preview.set", { control: set.control })}>
      <h3 className="section-title">
        {t("preview.set", { control: set.control })} <StateWord state={set.verdict} />
      </h3>
      {remittance && (
        <p>
          {t("preview.payment", {
            payer: remittance.payer,
            trace: remittance.traceNumber,
            date: remittance.effectiveOn ? formatDate(remittance.effectiveOn) : t("preview.noDate"),
            dollars: formatDollars(remittance.paidCents),
          })}
        </p>
      )}
      <p className="dim">{[t(`preview.says.${set.verdict}`), why].filter(Boolean).join(" ")}</p>
      {remittance && <BalanceEquations remittance={remittance} />}
      <Left set={set} />
      <AccountChanges set={set} />
      <Claims practice={practice} set={set} />
      <Transfers set={set} />
    </section>
  );
}

function Left({ set }: { readonly set: PreviewedSetAnswer }) {
  if (set.work.length === 0) return null;
  return (
    <p>
      {t("preview.work")}:{" "}
      {set.work
        .map(({ kind, count }) =>
          t("preview.workCount", { kind: tOr(`workKind.${kind}`, kind), count }),
        )
        .join(", ")}
    </p>
  );
}

function AccountChanges({ set }: { readonly set: PreviewedSetAnswer }) {
  if (set.accounts.length === 0) return <p>{t("preview.nothing")}</p>;
  return (
    <table className="plain-table" style={{ maxWidth: 480 }}>
      <thead>
        <tr>
          <th scope="col">{t("preview.accounts")}</th>
          <th scope="col" className="money">
            {t("preview.change")}
          </th>
        </tr>
      </thead>
      <tbody>
        {set.accounts.map(({ kind, cents }) => (
          <tr key={kind}>
            <td>{tOr(`account.${kind}`, kind)}</td>
            <td className="money">{formatCents(cents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Claims({ practice, set }: Props) {
  const { shownClaims: shown, claims: count } = set;
  if (shown.length === 0) return null;
  return (
    <section aria-label={t("remittance.claims")} className="plain-table-scroll">
      <h4 className="section-title">{t("remittance.claims")}</h4>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("claim.number")}</th>
            <th scope="col">{t("claim.patient")}</th>
            <th scope="col">{t("remittance.match")}</th>
            <th scope="col">{t("remittance.outcome")}</th>
            <th scope="col" className="money">
              {t("cents.charged")}
            </th>
            <th scope="col" className="money">
              {t("remittance.paid")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((claim) => (
            <tr key={claim.number}>
              <td>
                {claim.claimId === null ? (
                  claim.patientControlNumber
                ) : (
                  <Link
                    to="/p/$practice/claims/$claim"
                    params={{ practice, claim: String(claim.claimId) }}
                  >
                    {claim.patientControlNumber}
                  </Link>
                )}
              </td>
              <td>{claim.patientName ?? ""}</td>
              <td>{tOr(`matchRule.${claim.matchRule || "none"}`, claim.matchRule)}</td>
              <td>
                <StateWord state={claim.outcome} />
              </td>
              <td className="money">{formatCents(claim.chargedCents)}</td>
              <td className="money">{formatCents(claim.paidCents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < count && (
        <p className="small">{t("preview.moreClaims", { shown: shown.length, count })}</p>
      )}
    </section>
  );
}

function Transfers({ set }: { readonly set: PreviewedSetAnswer }) {
  const { transfers, transferCount: count } = set;
  if (transfers.length === 0) return null;
  return (
    <section aria-label={t("preview.transfers")} className="plain-table-scroll">
      <h4 className="section-title">{t("preview.transfers")}</h4>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("claim.number")}</th>
            <th scope="col">{t("claim.line")}</th>
            <th scope="col">{t("preview.from")}</th>
            <th scope="col">{t("preview.to")}</th>
            <th scope="col">{t("preview.reason")}</th>
            <th scope="col" className="money">
              {t("providerAdjustment.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {transfers.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: transfers of an answer have no other name
            <TransferLine key={at} transfer={one} />
          ))}
        </tbody>
      </table>
      {transfers.length < count && (
        <p className="small">{t("preview.more", { shown: transfers.length, count })}</p>
      )}
    </section>
  );
}

function TransferLine({ transfer }: { readonly transfer: PreviewedTransfer }) {
  const { debit, credit, takesBack, lineNumber } = transfer;
  const reason = [transfer.groupCode, transfer.reasonCode].filter(Boolean).join("-");
  const words = [reason, takesBack ? t("preview.takesBack") : ""].filter(Boolean).join(", ");
  return (
    <tr>
      <td>{transfer.patientControlNumber ?? ""}</td>
      <td>{lineNumber ?? ""}</td>
      <td>{tOr(`account.${debit}`, debit)}</td>
      <td>{tOr(`account.${credit}`, credit)}</td>
      <td>{words}</td>
      <td className="money">{formatCents(transfer.cents)}</td>
    </tr>
  );
}
