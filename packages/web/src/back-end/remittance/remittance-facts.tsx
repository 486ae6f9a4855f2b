import type { RemittanceAnswer } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { Link } from "@tanstack/react-router";
import { formatCents, formatDate } from "../../frame/format.ts";
import { t, tOr } from "../../strings/translate.ts";
import { Stated } from "../../table/stated.tsx";

type Props = { readonly practice: string; readonly remittance: RemittanceAnswer };

/** What a remittance says about itself, and the deposit it was found in. */
export function RemittanceFacts({ practice, remittance }: Props) {
  const { deposit, source } = remittance;
  const facts = [
    ["remittance.paid", formatCents(remittance.paidCents)],
    [
      "remittance.method",
      tOr(`paymentMethod.${remittance.paymentMethod}`, remittance.paymentMethod),
    ],
    ["remittance.date", remittance.effectiveOn && formatDate(remittance.effectiveOn)],
    ["remittance.producedOn", remittance.producedOn && formatDate(remittance.producedOn)],
    ["remittance.payeeNpi", remittance.payeeNpi],
    ["remittance.payeeTaxId", remittance.payeeTaxId],
    [
      "remittance.deposit",
      deposit
        ? `${formatDate(deposit.depositedOn)}, ${formatCents(deposit.cents)}`
        : t("remittance.noDeposit"),
    ],
  ] as const;
  return (
    <dl className="fact-list">
      {facts.map(([name, text]) => (
        <div key={name} style={{ display: "contents" }}>
          <dt>{t(name)}</dt>
          <dd>
            <Stated text={text} />
          </dd>
        </div>
      ))}
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
