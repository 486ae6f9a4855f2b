import type { CardGatewayAnswer } from "@headwater/revenue-cycle/back-end/card-payment/card-payment-answers.ts";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { cardGatewayQuery } from "./card-query.ts";
import { ChangeFailure } from "./change-failure.tsx";
import "./patient-account.css";

/** Which gateway charges patients' cards, and whether it answers. */
export function CardGatewayPage() {
  const { practice } = useParams({ from: "/p/$practice/card-gateway" });
  useBackShortcut({ to: "/p/$practice/deposits", params: { practice } });
  const found = useQuery(cardGatewayQuery(practice));
  return (
    <div className="page">
      <PageHead title={t("cardGateway.title")} sentence={t("cardGateway.sentence")} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key */}
      <div className="page-scroll" tabIndex={0}>
        {found.isError && (
          <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
        )}
        {found.data && (
          <GatewayChoice key={found.data.revision} practice={practice} chosen={found.data} />
        )}
      </div>
    </div>
  );
}

type Props = { readonly practice: string; readonly chosen: CardGatewayAnswer };

function GatewayChoice({ practice, chosen }: Props) {
  const [gateway, setGateway] = useState<string>(chosen.gateway);
  const queries = useQueryClient();
  const mayChange = isAllowed(useSession(), practice, "masters.write");
  const saving = useMutation({
    mutationFn: () =>
      sendJson<CardGatewayAnswer>(practiceAddress(practice, "card-gateway"), {
        method: "PUT",
        body: { gateway },
        revision: chosen.revision,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className="account-form" aria-label={t("cardGateway.title")} onSubmit={submit}>
      <fieldset className="gateway-choice" disabled={!mayChange}>
        <legend>{t("cardGateway.choice")}</legend>
        {(["test", "none"] as const).map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="gateway"
              checked={gateway === name}
              onChange={() => setGateway(name)}
            />{" "}
            {t(`cardGateway.${name}`)}
          </label>
        ))}
      </fieldset>
      {mayChange && (
        <p>
          <Button type="submit" disabled={gateway === chosen.gateway} loading={saving.isPending}>
            {t("cardGateway.save")}
          </Button>
        </p>
      )}
      <ChangeFailure error={saving.error} />
      {chosen.gateway !== "none" && (
        <>
          <p className="dim">{t("cardGateway.fetching")}</p>
          {mayChange && <GatewayTrial practice={practice} />}
        </>
      )}
    </form>
  );
}

type Trial = { readonly answers: boolean; readonly durationMs: number };

function GatewayTrial({ practice }: { readonly practice: string }) {
  const trial = useMutation({
    mutationFn: () =>
      sendJson<Trial>(practiceAddress(practice, "card-gateway/trial"), { method: "POST" }),
  });
  return (
    <>
      <p>
        <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate()}>
          {t("cardGateway.try")}
        </Button>
      </p>
      {trial.data && (
        <p role="status">
          {trial.data.answers
            ? t("cardGateway.answers", { duration: trial.data.durationMs })
            : t("cardGateway.silent")}
        </p>
      )}
      <ChangeFailure error={trial.error} />
    </>
  );
}
