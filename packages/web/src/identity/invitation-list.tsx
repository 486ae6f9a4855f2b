import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { formatInstant } from "../frame/format.ts";
import { FailureNotice, problemSentence } from "../frame/notice.tsx";
import { problemOf } from "../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../frame/request.ts";
import { t, tOr } from "../strings/translate.ts";

type Invitation = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly endsAt: string;
  readonly state: "open" | "ended" | "accepted" | "revoked";
};

const stateWords = {
  open: "invitation.stateOpen",
  ended: "invitation.stateEnded",
  accepted: "invitation.stateAccepted",
  revoked: "invitation.stateRevoked",
} as const;

/** Who was invited, and what became of it; one that waits can be taken back. */
export function InvitationList({ practice }: { readonly practice: string }) {
  const queries = useQueryClient();
  const answer = useQuery({
    queryKey: [practice, "invitations"],
    queryFn: ({ signal }) =>
      getJson<{ rows: readonly Invitation[] }>(practiceAddress(practice, "invitations"), signal),
    staleTime: 0,
  });
  const revoke = useMutation({
    mutationFn: (id: string) =>
      sendJson(practiceAddress(practice, `invitations/${id}`), { method: "DELETE" }),
    onSettled: () => queries.invalidateQueries({ queryKey: [practice, "invitations"] }),
  });
  const rows = answer.data?.rows ?? [];
  return (
    <section aria-label={t("invitation.title")} style={{ marginTop: 20 }}>
      <h2 className="section-title">{t("invitation.title")}</h2>
      {answer.error && <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data && rows.length === 0 && <p className="dim">{t("invitation.none")}</p>}
      {revoke.error && (
        <p role="alert" className="error-line">
          {problemSentence(problemOf(revoke.error))}
        </p>
      )}
      {rows.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("people.name")}</th>
              <th scope="col">{t("people.email")}</th>
              <th scope="col">{t("people.roles")}</th>
              <th scope="col">{t("invitation.until")}</th>
              <th scope="col">{t("invitation.state")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                <td>{row.email}</td>
                <td>{row.roles.map((role) => tOr(`role.${role}`, role)).join(", ")}</td>
                <td>{formatInstant(row.endsAt)}</td>
                <td>
                  {t(stateWords[row.state])}{" "}
                  {row.state === "open" && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      loading={revoke.isPending}
                      onClick={() => revoke.mutate(row.id)}
                    >
                      {t("invitation.revoke")}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
