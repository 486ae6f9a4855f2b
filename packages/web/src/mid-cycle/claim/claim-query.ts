import type { TransferRow } from "@headwater/revenue-cycle/books/transfer/transfer-answers.ts";
import type {
  ClaimAnswer,
  ClaimEvent,
} from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import type { NoteRow } from "@headwater/revenue-cycle/work/note/note-answers.ts";
import { queryOptions } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";

export type ClaimKey = { readonly practice: string; readonly claimId: string };
type Rows<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

const most = 200;

export function claimQuery({ practice, claimId }: ClaimKey) {
  return queryOptions({
    queryKey: [practice, "claim", claimId],
    queryFn: ({ signal }) =>
      getJson<ClaimAnswer>(practiceAddress(practice, `claims/${claimId}`), signal),
  });
}

export function claimTimelineQuery({ practice, claimId }: ClaimKey) {
  return queryOptions({
    queryKey: [practice, "claim", claimId, "timeline"],
    queryFn: ({ signal }) =>
      getJson<Rows<ClaimEvent>>(
        practiceAddress(practice, `claims/${claimId}/timeline`, { limit: most }),
        signal,
      ),
  });
}

/** Which transfers are asked for: those of one amount, of one line, of all. */
export type TransferQuestion = {
  readonly line: string | undefined;
  readonly cents: string | undefined;
};

export function claimTransfersQuery({ practice, claimId }: ClaimKey, question: TransferQuestion) {
  return queryOptions({
    queryKey: [practice, "claim", claimId, "transfers", question],
    queryFn: ({ signal }) =>
      getJson<Rows<TransferRow>>(
        practiceAddress(practice, `claims/${claimId}/transfers`, { ...question, limit: most }),
        signal,
      ),
  });
}

export function claimNotesQuery({ practice, claimId }: ClaimKey) {
  return queryOptions({
    queryKey: [practice, "claim", claimId, "notes"],
    queryFn: ({ signal }) =>
      getJson<Rows<NoteRow>>(
        practiceAddress(practice, `claims/${claimId}/notes`, { limit: most }),
        signal,
      ),
  });
}
