import { workKinds } from "@headwater/revenue-cycle/work/work-item/work-kinds.ts";
import { t, tOr } from "../strings/translate.ts";

/** The roles that may be given, those that work falls to first. */
const givenRoles = [
  ...new Set<string>([
    ...Object.values(workKinds).map(({ role }) => role),
    ...["provider", "coder", "manager", "credentialing", "auditor", "owner", "administrator"],
  ]),
];

type Props = {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};

/** Any number of roles, each a box to tick. */
export function RoleChoices({ chosen, onChange }: Props) {
  return (
    <fieldset className="visit-methods">
      <legend>{t("people.roles")}</legend>
      {givenRoles.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            checked={chosen.has(role)}
            onChange={(event) => {
              const next = new Set(chosen);
              if (event.currentTarget.checked) next.add(role);
              else next.delete(role);
              onChange(next);
            }}
          />
          {tOr(`role.${role}`, role)}
        </label>
      ))}
    </fieldset>
  );
}
