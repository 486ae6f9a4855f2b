import type { VisitAnswer } from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import {
  type PaymentMethod,
  paymentMethods,
} from "@headwater/revenue-cycle/front-end/check-in/decide-check-in.ts";
import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatCents, formatInstant } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t, tOr } from "../../strings/translate.ts";
import { showVisitAnswer } from "../appointment/visit-query.ts";
import { amountText, readAmount } from "./read-amount.ts";

type Props = {
  readonly practice: string;
  readonly visit: VisitAnswer;
  readonly today: string;
};

/** What to collect and why, and the one button that checks the patient in. */
export function CheckInForm({ practice, visit, today }: Props) {
  if (visit.checkIn) return <CheckedIn checkIn={visit.checkIn} />;
  if (visit.state !== "booked") return null;
  if (visit.day !== today) return <p className="dim small">{t("visit.otherDay")}</p>;
  return <Collecting practice={practice} visit={visit} />;
}

function CheckedIn({ checkIn }: { readonly checkIn: NonNullable<VisitAnswer["checkIn"]> }) {
  const { checkedInAt, checkedInBy, receiptNumber, method } = checkIn;
  const amount = formatCents(checkIn.copayCents + checkIn.balanceCents);
  const by = tOr(`deskPayment.${method}`, method ?? "").toLowerCase();
  return (
    <div role="status">
      <p className="visit-line">
        {t("visit.arrived", { when: formatInstant(checkedInAt), who: checkedInBy })}
      </p>
      <p className="visit-line">
        {receiptNumber === null
          ? t("visit.noPayment")
          : t("visit.receipt", { number: receiptNumber, amount, method: by })}
      </p>
    </div>
  );
}

function Collecting({ practice, visit }: Omit<Props, "today">) {
  const [copay, setCopay] = useState(amountText(visit.copayDueCents));
  const [balance, setBalance] = useState(amountText(visit.balanceCents));
  const [method, setMethod] = useState<PaymentMethod | undefined>(undefined);
  const [isTried, setTried] = useState(false);
  const sending = useCheckIn(practice, visit);
  const copayCents = readAmount(copay);
  const balanceCents = readAmount(balance);
  const total = (copayCents ?? 0) + (balanceCents ?? 0);
  const isTooMuch = (balanceCents ?? 0) > visit.balanceCents;
  const isRight = copayCents !== undefined && balanceCents !== undefined && !isTooMuch;
  const collect = () => {
    setTried(true);
    if (!isRight || (total > 0 && method === undefined)) return;
    void sending.send({ copayCents, balanceCents, ...(total > 0 ? { method } : {}) });
  };
  useShortcut("Ctrl+Enter", collect);
  const wrong = (cents: number | undefined) =>
    cents === undefined ? t("visit.amountWrong") : undefined;
  return (
    <section aria-label={t("visit.collect")}>
      <div className="visit-collect">
        <Amount
          label={t("visit.copay")}
          hint={visit.copayDueCents === null ? t("visit.copayUnknown") : undefined}
          value={copay}
          error={wrong(copayCents)}
          onChange={setCopay}
        />
        {visit.balanceCents > 0 && (
          <Amount
            label={t("visit.balance")}
            value={balance}
            error={
              isTooMuch
                ? t("visit.tooMuch", { amount: formatCents(visit.balanceCents) })
                : wrong(balanceCents)
            }
            onChange={setBalance}
          />
        )}
        <span>{t("visit.total")}</span>
        <strong>{formatCents(total)}</strong>
      </div>
      {total > 0 && <Methods method={method} onChange={setMethod} />}
      {isTried && total > 0 && method === undefined && (
        <p role="alert" className="error-line">
          {t("visit.chooseMethod")}
        </p>
      )}
      <Buttons
        total={total}
        isStopped={visit.clearance.light === "stop"}
        sending={sending}
        onCollect={collect}
      />
    </section>
  );
}

type ButtonsProps = {
  readonly total: number;
  readonly isStopped: boolean;
  readonly sending: ReturnType<typeof useCheckIn>;
  readonly onCollect: () => void;
};

function Buttons({ total, isStopped, sending, onCollect }: ButtonsProps) {
  const { problem, isBusy } = sending;
  const none = () => void sending.send({ copayCents: 0, balanceCents: 0 });
  const plain = t(isStopped ? "visit.checkInAnyway" : "visit.checkIn");
  return (
    <>
      {problem && (
        <p role="alert" className="error-line">
          {problemSentence(problem)} <span className="small">{problem.code}</span>
        </p>
      )}
      <div className="visit-buttons">
        <Button onClick={onCollect} loading={isBusy} color={isStopped ? "gray" : "blue"}>
          {total > 0 ? t("visit.checkInAndCollect", { amount: formatCents(total) }) : plain}
        </Button>
        {total > 0 && (
          <Button variant="default" onClick={none} disabled={isBusy}>
            {t("visit.withoutPayment")}
          </Button>
        )}
      </div>
    </>
  );
}

type AmountProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
};

function Amount({ label, hint, value, error, onChange }: AmountProps) {
  return (
    <>
      <span>
        {label}
        {hint && <span className="dim small"> {hint}</span>}
        {error && <span className="error-line"> {error}</span>}
      </span>
      <TextInput
        aria-label={label}
        inputMode="decimal"
        placeholder="0.00"
        value={value}
        error={error !== undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  );
}

type MethodsProps = {
  readonly method: PaymentMethod | undefined;
  readonly onChange: (method: PaymentMethod) => void;
};

function Methods({ method, onChange }: MethodsProps) {
  return (
    <fieldset className="visit-methods">
      <legend>{t("visit.paidBy")}</legend>
      {paymentMethods.map((one, index) => (
        <Method
          key={one}
          digit={String(index + 1)}
          method={one}
          isChosen={method === one}
          onChoose={() => onChange(one)}
        />
      ))}
    </fieldset>
  );
}

type MethodProps = {
  /** The key that chooses it. */
  readonly digit: string;
  readonly method: PaymentMethod;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function Method({ digit, method, isChosen, onChoose }: MethodProps) {
  useShortcut(digit, onChoose);
  return (
    <label title={digit}>
      <input type="radio" name="payment-method" checked={isChosen} onChange={onChoose} />
      {t(`deskPayment.${method}`)}
    </label>
  );
}

type CheckInBody = {
  readonly copayCents: number;
  readonly balanceCents: number;
  readonly method?: PaymentMethod | undefined;
};

function useCheckIn(practice: string, visit: VisitAnswer) {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const send = async (body: CheckInBody) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await sendJson<VisitAnswer>(
        practiceAddress(practice, `appointments/${visit.id}/check-in`),
        { method: "PUT", body, revision: visit.revision },
      );
      await showVisitAnswer(queries, practice, answer);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, send };
}
