import {
  dollars,
  letterDate,
  phoneText,
  shortDate,
} from "@headwater/revenue-cycle/back-end/statement/letter-words.ts";
import type {
  StatementContent,
  StatementVisit,
} from "@headwater/revenue-cycle/back-end/statement/statement.ts";
import type { StatementAnswer } from "@headwater/revenue-cycle/back-end/statement/statement-answers.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatCents } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";
import { useMoneyChange } from "../patient-account/account-query.ts";
import { ChangeFailure } from "../patient-account/change-failure.tsx";
import "../patient-account/patient-account.css";

/** A statement as its reader sees it, on a telephone too; it can be printed and taken back. */
export function StatementPage() {
  const { practice, statement: id } = useParams({ from: "/p/$practice/statements/$statement" });
  const answer = useQuery({
    queryKey: [practice, "statements", id],
    queryFn: ({ signal }) =>
      getJson<StatementAnswer>(practiceAddress(practice, `statements/${id}`), signal),
  });
  const navigate = useNavigate();
  useBackShortcut({ to: "/p/$practice/patient-balances", params: { practice } });
  const account = answer.data?.account ?? "";
  const params = { practice, account };
  useShortcut(
    "e",
    () => void navigate({ to: "/p/$practice/patient-accounts/$account", params }),
    account !== "",
  );
  if (answer.isError)
    return <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <PageShape />;
  const statement = answer.data;
  return (
    <div className="page-scroll">
      <PageHead
        title={t("statement.title", { number: statement.number })}
        actions={
          <>
            <Link to="/p/$practice/patient-accounts/$account" params={params}>
              {t("statement.openAccount")}
            </Link>
            <Button onClick={() => window.print()}>{t("statement.print")}</Button>
            <Button
              component="a"
              variant="default"
              href={practiceAddress(practice, `statements/${statement.id}/paper`)}
            >
              {t("statement.paper")}
            </Button>
            <VoidStatement practice={practice} statement={statement} />
          </>
        }
      />
      {statement.state === "void" && (
        <p>{t("statement.isVoid", { reason: statement.voidReason ?? "" })}</p>
      )}
      <Letter content={statement.content} />
    </div>
  );
}

type VoidProps = { readonly practice: string; readonly statement: StatementAnswer };

function VoidStatement({ practice, statement }: VoidProps) {
  const maySend = isAllowed(useSession(), practice, "statement.send");
  const [isAsked, setAsked] = useState(false);
  const voiding = useMoneyChange(practice);
  if (!maySend || statement.state !== "issued") return null;
  if (!isAsked) {
    return (
      <Button variant="default" onClick={() => setAsked(true)}>
        {t("statement.void")}
      </Button>
    );
  }
  return (
    <>
      <ReasonForm
        place={`void ${statement.id}`}
        label={t("statement.voidReason")}
        button={t("statement.void")}
        isBusy={voiding.isPending}
        onGiven={(reason) =>
          voiding.mutate({ path: `statements/${statement.id}/void`, body: { reason } })
        }
      />
      <ChangeFailure error={voiding.error} />
    </>
  );
}

function Letter({ content }: { readonly content: StatementContent }) {
  const { practice } = content;
  return (
    <article className="letter">
      <h2>{practice.name}</h2>
      {practice.remitLines.map((line) => (
        <span key={line} className="account-line">
          {line}
        </span>
      ))}
      <p>
        {t("statement.to", { name: content.addressee.name })} ·{" "}
        {t("statement.account", { account: content.account.toUpperCase() })}
      </p>
      <p className="letter-answer">
        {t("statement.owe", {
          amount: dollars(content.owedCents),
          date: letterDate(content.dueOn),
        })}
      </p>
      {content.messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
      {content.visits.map((visit) => (
        <Visit key={visit.claimId} visit={visit} />
      ))}
      <dl className="letter-sums">
        {content.unappliedCents > 0 && (
          <div>
            <dt>{t("statement.unapplied")}</dt>
            <dd>{formatCents(-content.unappliedCents)}</dd>
          </div>
        )}
        <div className="letter-total">
          <dt>{t("statement.due")}</dt>
          <dd>{formatCents(content.owedCents)}</dd>
        </div>
      </dl>
      <h2>{t("statement.howToPay")}</h2>
      <ul>
        {content.waysToPay.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
      <p>{content.helpNotice}</p>
      {practice.phone && (
        <p>
          <strong>{t("statement.questions", { phone: phoneText(practice.phone) })}</strong>
        </p>
      )}
    </article>
  );
}

const sums = [
  ["charge", "chargedCents", 1],
  ["insurancePaid", "insurancePaidCents", -1],
  ["adjusted", "adjustedCents", -1],
  ["paid", "paidCents", -1],
] as const;

function Visit({ visit }: { readonly visit: StatementVisit }) {
  const { on, patient, provider, payer, services, shares } = visit;
  const why = shares.map(({ words, cents }) => `${words} ${dollars(cents)}`).join(", ");
  return (
    <section className="letter-visit">
      <h3>{[on === undefined ? "" : shortDate(on), patient].filter(Boolean).join(" · ")}</h3>
      <p className="small">
        {services.map(({ words, chargedCents }) => `${words} ${dollars(chargedCents)}`).join(", ")}.{" "}
        {provider !== undefined && t("statement.seenBy", { provider })}{" "}
        {why === ""
          ? t("statement.insurance", { payer })
          : t("statement.left", { payer, shares: why })}
      </p>
      <dl className="letter-sums">
        {sums.map(([name, field, sign]) => (
          <div key={name}>
            <dt>{t(`statement.${name}`)}</dt>
            <dd>{formatCents(sign * visit[field])}</dd>
          </div>
        ))}
        <div className="letter-total">
          <dt>{t("statement.owed")}</dt>
          <dd>{formatCents(visit.owedCents)}</dd>
        </div>
      </dl>
    </section>
  );
}
