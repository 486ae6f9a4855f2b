import type { HoldRow } from "@headwater/revenue-cycle/work/hold/hold-answers.ts";
import { useQueryClient } from "@tanstack/react-query";
import { asSentence } from "../../frame/format.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t, tOr } from "../../strings/translate.ts";
import { ReleaseForm } from "./release-form.tsx";
import "./hold.css";

type Props = {
  readonly practice: string;
  readonly hold: HoldRow;
  /** What does not happen while it is held. */
  readonly effect: string;
};

/** That something is held, by whom, for whom and why, with the way to release it. */
export function HeldNotice({ practice, hold, effect }: Props) {
  const queries = useQueryClient();
  const mayRelease = isAllowed(useSession(), practice, "work.write");
  const role = tOr(`role.${hold.ownerRole}`, hold.ownerRole);
  return (
    <section className="held-notice" aria-label={t("personHold.title")}>
      <p>
        {hold.cause === "edits"
          ? t("personHold.byEdits", { role })
          : t("personHold.byPerson", {
              role,
              who: hold.heldBy,
              reason: asSentence(hold.reason ?? ""),
            })}{" "}
        {effect}
      </p>
      {mayRelease && (
        <ReleaseForm
          practice={practice}
          subject={{ kind: hold.subjectKind, id: hold.subjectId }}
          cause={hold.cause}
          onReleased={() => void queries.invalidateQueries({ queryKey: [practice] })}
        />
      )}
    </section>
  );
}
