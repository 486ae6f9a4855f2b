import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { ClaimAmountLink } from "../../books/account/transfers-link.tsx";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { typedPrice } from "../../masters/price/typed-price.ts";
import { t } from "../../strings/translate.ts";
import { useMoneyChange } from "./account-query.ts";
import { ChangeFailure } from "./change-failure.tsx";
import "./patient-account.css";

type Rows = {
  readonly rows: readonly {
    readonly claimId: number;
    readonly patientControlNumber: string;
    readonly patientName: string;
    readonly serviceFrom: string | null;
    readonly cents: number;
  }[];
};

const sumOf = (rows: Rows["rows"]) => rows.reduce((sum, { cents }) => sum + cents, 0);

/** Balances too small to be asked for: shown first, then written off at once with one reason. */
export function SmallBalancesPage() {
  const { practice } = useParams({ from: "/p/$practice/small-balances" });
  useBackShortcut({ to: "/p/$practice/patient-balances", params: { practice } });
  const [amount, setAmount] = useState("5.00");
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const mostCents = typedPrice(amount) ?? 0;
  const found = useQuery({
    queryKey: [practice, "small-balances", mostCents],
    queryFn: ({ signal }) =>
      getJson<Rows>(
        practiceAddress(practice, "patient-write-offs/small-balances", { mostCents }),
        signal,
      ),
    enabled: mostCents > 0,
  });
  const rows = found.data?.rows ?? [];
  const chosen = rows.filter(({ claimId }) => !left.has(claimId));
  const toggle = (claimId: number) => {
    const next = new Set(left);
    if (!next.delete(claimId)) next.add(claimId);
    setLeft(next);
  };
  return (
    <div className="page">
      <PageHead title={t("smallBalances.title")} sentence={t("smallBalances.sentence")} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key */}
      <div className="page-scroll" tabIndex={0}>
        <TextInput
          maw={200}
          label={t("smallBalances.upTo")}
          inputMode="decimal"
          value={amount}
          error={mostCents > 0 ? undefined : t("smallBalances.badAmount")}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        {found.isError && (
          <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
        )}
        {found.isSuccess && rows.length === 0 && <p>{t("smallBalances.none")}</p>}
        {rows.length > 0 && <Balances {...{ practice, rows, left, toggle }} />}
        <WriteOffChosen practice={practice} mostCents={mostCents} chosen={chosen} />
      </div>
    </div>
  );
}

type BalancesProps = {
  readonly practice: string;
  readonly rows: Rows["rows"];
  readonly left: ReadonlySet<number>;
  readonly toggle: (claimId: number) => void;
};

function Balances({ practice, rows, left, toggle }: BalancesProps) {
  return (
    <table className="plain-table" style={{ maxWidth: 640 }}>
      <tbody>
        {rows.map((row) => (
          <tr key={row.claimId}>
            <td>
              <input
                type="checkbox"
                aria-label={t("smallBalances.choose", { number: row.patientControlNumber })}
                checked={!left.has(row.claimId)}
                onChange={() => toggle(row.claimId)}
              />
            </td>
            <td>
              <Link
                to="/p/$practice/claims/$claim"
                params={{ practice, claim: String(row.claimId) }}
              >
                {row.patientControlNumber}
              </Link>
            </td>
            <td>{row.patientName}</td>
            <td>{row.serviceFrom === null ? "" : formatDate(row.serviceFrom)}</td>
            <td className="money">
              <ClaimAmountLink
                {...{ practice, claimId: row.claimId, cents: row.cents }}
                amount="openPatient"
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type WriteProps = {
  readonly practice: string;
  readonly mostCents: number;
  readonly chosen: Rows["rows"];
};

function WriteOffChosen({ practice, mostCents, chosen }: WriteProps) {
  const [reason, setReason] = useState("");
  const writing = useMoneyChange<Rows>(practice);
  const isReady = chosen.length > 0 && reason.trim() !== "" && !writing.isPending;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!isReady) return;
    const claims = chosen.map(({ claimId }) => claimId);
    writing.mutate({
      path: "patient-write-offs/small-balances",
      body: { mostCents, claims, reason: reason.trim() },
    });
  };
  useShortcut("Ctrl+Enter", () => submit());
  const words = (rows: Rows["rows"]) => ({
    count: rows.length,
    dollars: formatDollars(sumOf(rows)),
  });
  return (
    <form className="account-form" aria-label={t("smallBalances.title")} onSubmit={submit}>
      <TextInput
        label={t("smallBalances.reason")}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!isReady} loading={writing.isPending}>
        {t("smallBalances.write", words(chosen))}
      </Button>
      {writing.data && <p role="status">{t("smallBalances.written", words(writing.data.rows))}</p>}
      <ChangeFailure error={writing.error} />
    </form>
  );
}
