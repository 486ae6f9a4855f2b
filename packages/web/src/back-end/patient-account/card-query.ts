import type {
  CardGatewayAnswer,
  CardPaymentRow,
} from "@headwater/revenue-cycle/back-end/card-payment/card-payment-answers.ts";
import { queryOptions } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";

/** Which gateway takes cards, and its cards for trying. */
export function cardGatewayQuery(practice: string) {
  return queryOptions({
    queryKey: [practice, "card-gateway"],
    queryFn: ({ signal }) =>
      getJson<CardGatewayAnswer>(practiceAddress(practice, "card-gateway"), signal),
  });
}

/** The latest payments by card of an account, or of the account of a claim. */
export function cardPaymentsQuery(
  practice: string,
  of: { readonly account: string } | { readonly claim: string },
) {
  const [name = "", value = ""] = Object.entries(of)[0] ?? [];
  return queryOptions({
    queryKey: [practice, "card-payments", name, value],
    queryFn: ({ signal }) =>
      getJson<{ readonly rows: readonly CardPaymentRow[] }>(
        practiceAddress(practice, "card-payments", { [name]: value, limit: 20 }),
        signal,
      ),
    staleTime: 0,
  });
}
