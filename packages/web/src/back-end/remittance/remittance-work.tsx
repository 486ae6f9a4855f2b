import type { WorkItemRow } from "@headwater/revenue-cycle/work/work-item/work-item-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { WaitingWork } from "../../work/work-item/waiting-work.tsx";

type Props = { readonly practice: string; readonly remittanceId: string };

const most = 5;

/** What waits for us on a remittance, for those who may see work. */
export function RemittanceWork({ practice, remittanceId }: Props) {
  const isSeen = isAllowed(useSession(), practice, "work.read");
  const work = useQuery({
    queryKey: [practice, "work", { remittance: remittanceId }],
    queryFn: ({ signal }) =>
      getJson<{ rows: readonly WorkItemRow[] }>(
        practiceAddress(practice, "work", { remittance: remittanceId, limit: most }),
        signal,
      ),
    enabled: isSeen,
  });
  const waiting = (work.data?.rows ?? []).map((item) => ({ ...item, workItemId: item.id }));
  return <WaitingWork practice={practice} waiting={waiting} />;
}
