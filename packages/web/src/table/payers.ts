import { useQuery } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../frame/request.ts";

type Payers = { readonly rows: readonly { readonly id: number; readonly name: string }[] };

const most = 200;
const freshMs = 5 * 60_000;

/** The payers of a practice for a filter: id and name, by name. */
export function usePayers(practice: string): readonly (readonly [string, string])[] {
  const payers = useQuery({
    queryKey: [practice, "payers"],
    queryFn: ({ signal }) =>
      getJson<Payers>(practiceAddress(practice, "payers", { limit: most }), signal),
    staleTime: freshMs,
  });
  const rows = payers.data?.rows ?? [];
  return rows
    .map((payer) => [String(payer.id), payer.name] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, "en"));
}
