import type { HoldRow } from "@headwater/revenue-cycle/work/hold/hold-answers.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { ReasonForm } from "../work-item/reason-form.tsx";

type Props = {
  readonly practice: string;
  readonly subject: { readonly kind: string; readonly id: number };
  readonly cause: HoldRow["cause"];
  readonly onReleased: () => void;
};

/** Releases the hold that edits or a person placed on something, with a reason. */
export function ReleaseForm({ practice, subject, cause: wanted, onReleased }: Props) {
  const queries = useQueryClient();
  const holds = useQuery({
    queryKey: [practice, "holds", subject.kind, subject.id],
    queryFn: ({ signal }) =>
      getJson<{ rows: HoldRow[] }>(
        practiceAddress(practice, "holds", { kind: subject.kind, subject: subject.id }),
        signal,
      ),
    staleTime: 0,
  });
  const hold = holds.data?.rows.find(
    ({ cause, releasedAt }) => cause === wanted && releasedAt === null,
  );
  const release = useMutation({
    mutationFn: ({ id, revision, reason }: { id: number; revision: number; reason: string }) =>
      sendJson<HoldRow>(practiceAddress(practice, `holds/${id}/release`), {
        method: "POST",
        body: { reason },
        revision,
      }),
    onSuccess: onReleased,
    onSettled: () =>
      Promise.all(
        ["holds", "work"].map((name) => queries.invalidateQueries({ queryKey: [practice, name] })),
      ),
  });
  if (hold === undefined) return null;
  return (
    <>
      <ReasonForm
        place={`hold ${hold.id}`}
        label={t("edits.releaseReason")}
        button={t("edits.release")}
        isBusy={release.isPending}
        onGiven={(reason) => release.mutate({ id: hold.id, revision: hold.revision, reason })}
      />
      {release.error && (
        <p role="alert" className="error-line">
          {problemSentence(problemOf(release.error))}
        </p>
      )}
    </>
  );
}
