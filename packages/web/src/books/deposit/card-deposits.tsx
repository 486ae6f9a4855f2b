import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { cardGatewayQuery } from "../../back-end/patient-account/card-query.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";

/** Fetches what the card gateway deposited and posts it; only the choice of one where no gateway takes cards. */
export function CardDeposits({ practice }: { readonly practice: string }) {
  const gateway = useQuery(cardGatewayQuery(practice)).data;
  const queries = useQueryClient();
  const fetching = useMutation({
    mutationFn: () =>
      sendJson<{ readonly numbers: readonly string[] }>(
        practiceAddress(practice, "card-settlements"),
        { method: "POST" },
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
  if (gateway === undefined) return null;
  const settings = (
    <Link to="/p/$practice/card-gateway" params={{ practice }} className="action-link">
      {t("cardGateway.title")}
    </Link>
  );
  if (gateway.gateway === "none") return settings;
  const numbers = fetching.data?.numbers;
  return (
    <>
      {settings}
      {numbers && (
        <span role="status" className="small">
          {numbers.length === 0
            ? t("card.nothing")
            : t("card.fetched", { numbers: numbers.join(", ") })}
        </span>
      )}
      {fetching.error && (
        <span role="alert" className="error-line">
          {problemSentence(problemOf(fetching.error))}
        </span>
      )}
      <Button
        size="compact-md"
        variant="default"
        loading={fetching.isPending}
        onClick={() => fetching.mutate()}
      >
        {t("card.fetch")}
      </Button>
    </>
  );
}
