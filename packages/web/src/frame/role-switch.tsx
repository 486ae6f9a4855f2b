import { useMutation, useQueryClient } from "@tanstack/react-query";
import { t, tOr } from "../strings/translate.ts";
import { practiceAddress, sendJson } from "./request.ts";
import { sessionQuery, useSession } from "./session.ts";

/** The people of a practice's day, in the order in which a patient's money meets them. */
const actingRoles = [
  "front-desk",
  "authorization",
  "provider",
  "coder",
  "biller",
  "poster",
  "denial-specialist",
  "ar-follow-up",
  "manager",
  "credentialing",
  "auditor",
] as const;

type Props = { readonly practice: string };

/** Shows a demo practice as one of its people sees it: a real change of rights, for this session. */
export function RoleSwitch({ practice }: Props) {
  const known = useSession()?.practices.find(({ id }) => id === practice);
  const act = useActing(practice);
  if (known?.kind !== "demo") return null;
  return (
    <select
      className="select"
      aria-label={t("acting.label")}
      value={known.actingRole ?? ""}
      disabled={act.isPending}
      onChange={(event) => act.mutate(event.currentTarget.value || null)}
    >
      <option value="">{t("acting.self")}</option>
      {actingRoles.map((role) => (
        <option key={role} value={role}>
          {t("acting.as", { role: tOr(`role.${role}`, role) })}
        </option>
      ))}
    </select>
  );
}

/** As long as one acts in a role, every page says so, with the way back. */
export function ActingBar({ practice }: Props) {
  const known = useSession()?.practices.find(({ id }) => id === practice);
  const act = useActing(practice);
  if (!known?.actingRole) return null;
  const role = tOr(`role.${known.actingRole}`, known.actingRole);
  return (
    <p className="acting-bar" role="status">
      {t("acting.bar", { role })}{" "}
      <button type="button" className="link-button" onClick={() => act.mutate(null)}>
        {t("acting.back")}
      </button>
    </p>
  );
}

function useActing(practice: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (role: string | null) =>
      sendJson(practiceAddress(practice, "acting-role"), { method: "PUT", body: { role } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await queries.invalidateQueries({ queryKey: [practice] });
    },
  });
}
