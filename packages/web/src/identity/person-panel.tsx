import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "../frame/notice.tsx";
import { problemOf } from "../frame/problem.ts";
import { practiceAddress, sendJson } from "../frame/request.ts";
import { SidePanel } from "../frame/side-panel.tsx";
import { t } from "../strings/translate.ts";
import { RoleChoices } from "./role-choices.tsx";

export type Person = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly authenticator: boolean;
  readonly revision: number;
  readonly lastSeenAt: string | null;
};

type Props = {
  readonly practice: string;
  readonly person: Person;
  readonly onClose: () => void;
};

/** A person's roles, to change or take away; and the end of all sessions. */
export function PersonPanel({ practice, person, onClose }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(person.roles));
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: [practice, "users"] });
  const roles = useMutation({
    mutationFn: (wanted: readonly string[]) =>
      sendJson(practiceAddress(practice, `users/${person.id}/roles`), {
        method: "PUT",
        body: { roles: wanted },
        revision: person.revision,
      }),
    onSettled: refresh,
  });
  const sessions = useMutation({
    mutationFn: () =>
      sendJson(practiceAddress(practice, `users/${person.id}/sessions/end`), { method: "POST" }),
    onSettled: refresh,
  });
  const error = roles.error ?? sessions.error;
  return (
    <SidePanel title={person.name} onClose={onClose}>
      <p style={{ marginTop: 0 }}>{person.email}</p>
      <RoleChoices chosen={chosen} onChange={setChosen} />
      <div className="visit-buttons">
        <Button
          size="compact-sm"
          loading={roles.isPending}
          disabled={chosen.size === 0}
          onClick={() => roles.mutate([...chosen])}
        >
          {t("people.save")}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={sessions.isPending}
          onClick={() => sessions.mutate()}
        >
          {t("people.endSessions")}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={roles.isPending}
          onClick={() => roles.mutate([], { onSuccess: onClose })}
        >
          {t("people.takeAway")}
        </Button>
      </div>
      {roles.isSuccess && <p role="status">{t("people.saved")}</p>}
      {sessions.isSuccess && <p role="status">{t("people.ended")}</p>}
      {error && (
        <p role="alert" className="error-line">
          {problemSentence(problemOf(error))}
        </p>
      )}
    </SidePanel>
  );
}
