import type { RemittanceAnswer } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { Link } from "@tanstack/react-router";
import { TransfersLink } from "../../books/account/transfers-link.tsx";
import { formatCents, formatDate } from "../../frame/format.ts";
import { t, tOr } from "../../strings/translate.ts";
import { Stated } from "../../table/stated.tsx";

type Props = { readonly practice: string; readonly remittance: RemittanceAnswer };

/** What a remittance says about itself, and the deposit it was found in. */
export function RemittanceFacts({ practice, remittance }: Props) {
  const { deposit, source } = remittance;
  const of = { remittance: String(remittance.id) };
  const facts = [
    [
      "remittance.method",
      tOr(`paymentMethod.${remittance.paymentMethod}`, remittance.paymentMethod),
    ],
    ["remittance.date", remittance.effectiveOn && formatDate(remittance.effectiveOn)],
    ["remittance.producedOn", remittance.producedOn && formatDate(remittance.producedOn)],
    ["remittance.payeeNpi", remittance.payeeNpi],
    ["remittance.payeeTaxId", remittance.payeeTaxId],
  ] as const;
  return (
    <dl className="fact-list">
      <dt>{t("remittance.paid")}</dt>
      <dd>
        <TransfersLink {...{ practice, cents: remittance.paidCents, of }} />
      </dd>
      {facts.map(([name, text]) => (
        <div key={name} style={{ display: "contents" }}>
          <dt>{t(name)}</dt>
          <dd>
            <Stated text={text} />
          </dd>
        </div>
      ))}
      <dt>{t("remittance.deposit")}</dt>
      <dd>
        {deposit ? (
          <Link
            to="/p/$practice/deposits"
            params={{ practice }}
            search={{ open: String(deposit.id) }}
          >
            {`${formatDate(deposit.depositedOn)}, ${formatCents(deposit.cents)}`}
          </Link>
        ) : (
          t("remittance.noDeposit")
        )}
      </dd>
      {remittance.paper && (
        <>
          <dt>{t("paper.from")}</dt>
          <dd>
            <Link
              to="/p/$practice/paper-remittances/$paper"
              params={{ practice, paper: String(remittance.paper.id) }}
            >
              {t("paper.fromWords", { who: remittance.paper.by, why: remittance.paper.remark })}
            </Link>
          </dd>
        </>
      )}
      <dt>{t("remittance.source")}</dt>
      <dd>
        <Link
          to="/p/$practice/files/$file"
          params={{ practice, file: source.fileId }}
          search={{ from: String(source.segmentFrom), to: String(source.segmentTo) }}
        >
          {source.fileName}
        </Link>
      </dd>
    </dl>
  );
}

/** What became of a remittance, and why, in one sentence. */
export function remittanceSentence(remittance: RemittanceAnswer): string {
  const said = t(`remittanceSays.${remittance.verdict}`);
  const code = remittance.reasonCode;
  if (code === "OUT_OF_BALANCE_APPROVED") return t("reason.OUT_OF_BALANCE_APPROVED");
  const why = code ? tOr(`reason.${code}`, remittance.reason ?? code) : remittance.reason;
  return [said, why].filter(Boolean).join(" ");
}
