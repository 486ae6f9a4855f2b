import { queryOptions } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";

export type NumberedAccount = {
  readonly kind: string;
  readonly number: string;
  readonly name: string;
};

export type AccountNumbers = {
  readonly revision: number;
  readonly accounts: readonly NumberedAccount[];
};

/** The numbers of the accounts in the practice's general ledger. */
export function accountNumbersQuery(practice: string) {
  return queryOptions({
    queryKey: [practice, "general-ledger/accounts"],
    queryFn: ({ signal }) =>
      getJson<AccountNumbers>(practiceAddress(practice, "general-ledger/accounts"), signal),
  });
}
