import type {
  SlipAnswer,
  UndepositedAnswer,
} from "@headwater/revenue-cycle/books/deposit/slip-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMoneyChange } from "../../back-end/patient-account/account-query.ts";
import { ChangeFailure } from "../../back-end/patient-account/change-failure.tsx";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { typedPrice } from "../../masters/price/typed-price.ts";
import { t, tOr } from "../../strings/translate.ts";
import { TransfersLink } from "../account/transfers-link.tsx";

type Props = {
  readonly practice: string;
  readonly rows: readonly UndepositedAnswer[];
  readonly mayMake: boolean;
  /** More waits than the rows. */
  readonly isCut: boolean;
  readonly onMade: (slipId: number) => void;
};

const sumOf = (rows: readonly UndepositedAnswer[]) =>
  rows.reduce((sum, { cents }) => sum + cents, 0);

/** Cash and checks go to the bank together; what a terminal took comes by itself. */
const goesToBank = ({ method }: UndepositedAnswer) => method === "cash" || method === "check";

/** What waits, with a tick for each payment on the slip, and the slip's own words below. */
export function SlipForm({ practice, rows, mayMake, isCut, onMade }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(rows.filter(goesToBank).map(({ paymentId }) => paymentId)),
  );
  const change = (ids: readonly number[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isOn) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const onIt = rows.filter(({ paymentId }) => chosen.has(paymentId));
  const methods = [...new Set(rows.map(({ method }) => method))];
  return (
    <section aria-label={t("slips.waiting")}>
      <h2 className="section-title">{t("slips.waiting")}</h2>
      {methods.length > 1 && (
        <p className="slip-methods">
          {methods.map((method) => {
            const ofMethod = rows.filter((row) => row.method === method);
            const ids = ofMethod.map(({ paymentId }) => paymentId);
            return (
              <label key={method}>
                <input
                  type="checkbox"
                  checked={ids.every((id) => chosen.has(id))}
                  onChange={(event) => change(ids, event.currentTarget.checked)}
                />{" "}
                {t("slips.all", {
                  method: tOr(`takenBy.${method}`, method),
                  dollars: formatDollars(sumOf(ofMethod)),
                })}
              </label>
            );
          })}
        </p>
      )}
      <table className="plain-table slip-table" aria-label={t("slips.waiting")}>
        <tbody>
          {rows.map((row) => (
            <WaitingRow
              key={row.paymentId}
              {...{ practice, row }}
              isChosen={chosen.has(row.paymentId)}
              onChange={(isOn) => change([row.paymentId], isOn)}
            />
          ))}
        </tbody>
      </table>
      {isCut && <p className="small dim">{t("slips.more200")}</p>}
      {mayMake && <MakeSlip {...{ practice, rows: onIt, onMade }} />}
    </section>
  );
}

type RowProps = {
  readonly practice: string;
  readonly row: UndepositedAnswer;
  readonly isChosen: boolean;
  readonly onChange: (isOn: boolean) => void;
};

function WaitingRow({ practice, row, isChosen, onChange }: RowProps) {
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={t("slips.choose", { receipt: row.receipt })}
          checked={isChosen}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </td>
      <td>
        <Link
          to="/p/$practice/receipts/$payment"
          params={{ practice, payment: String(row.paymentId) }}
          preload={false}
        >
          {row.receipt}
        </Link>
      </td>
      <td>{formatDate(row.paidOn)}</td>
      <td>{row.payer}</td>
      <td>
        {tOr(`tookWay.${row.method}`, row.method)} {row.reference}
      </td>
      <td className="dim">{t("cash.days", { count: row.ageDays })}</td>
      <td className="money">
        <TransfersLink
          {...{ practice, cents: row.cents }}
          of={{ payment: String(row.paymentId) }}
        />
      </td>
    </tr>
  );
}

type MakeProps = {
  readonly practice: string;
  readonly rows: readonly UndepositedAnswer[];
  readonly onMade: (slipId: number) => void;
};

function MakeSlip({ practice, rows, onMade }: MakeProps) {
  const today = useBusinessDate(practice);
  const [number, setNumber] = useState("");
  const [on, setOn] = useState(today);
  const [counted, setCounted] = useState("");
  const making = useMoneyChange<SlipAnswer>(practice);
  const sum = sumOf(rows);
  const totalCents = typedPrice(counted);
  const isReady = rows.length > 0 && totalCents === sum && on !== "" && !making.isPending;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!isReady) return;
    const paymentIds = rows.map(({ paymentId }) => paymentId);
    // The form goes with the payments that it lists: what follows may not hang on it.
    void making
      .mutateAsync({
        path: "deposit-slips",
        body: { number: number.trim(), on, totalCents, paymentIds },
      })
      .then(
        ({ id }) => onMade(id),
        () => undefined,
      );
  };
  useShortcut("Ctrl+Enter", () => submit());
  return (
    <form className="slip-form" aria-label={t("slips.title")} onSubmit={submit}>
      <p role="status">
        {t("slips.chosen", { count: rows.length })}: <strong>{formatDollars(sum)}</strong>.{" "}
        {countedWords(counted, totalCents, sum)}
      </p>
      <div className="slip-fields">
        <TextInput
          label={t("slips.number")}
          maxLength={60}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t("slips.day")}
          max={today}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <TextInput
          label={t("slips.counted")}
          inputMode="decimal"
          value={counted}
          error={counted !== "" && totalCents === undefined ? t("slips.badAmount") : undefined}
          onChange={(event) => setCounted(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!isReady} loading={making.isPending}>
          {t("slips.make")}
        </Button>
      </div>
      <ChangeFailure error={making.error} />
    </form>
  );
}

function countedWords(counted: string, cents: number | undefined, sum: number): string {
  if (counted === "" || cents === undefined) return "";
  if (cents === sum) return t("slips.adds");
  const difference = formatDollars(Math.abs(sum - cents));
  return t(cents < sum ? "slips.less" : "slips.more", { difference });
}
