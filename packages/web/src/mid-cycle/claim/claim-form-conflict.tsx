import { t } from "../../strings/translate.ts";
import { differences, type EditNode, leafText, valueAt } from "./claim-edit.ts";

type Props = {
  /** The claim as it was when the form was opened, as another person left it, and as typed here. */
  readonly base: EditNode;
  readonly theirs: EditNode;
  readonly mine: EditNode;
  /** Goes on with these values on top of the other person's revision. */
  readonly onResolve: (merged: "mine" | "theirs") => void;
};

/** Two people changed one claim: what differs, side by side. */
export function ClaimFormConflict({ base, theirs, mine, onResolve }: Props) {
  const changedByThem = new Set(differences(base, theirs));
  const paths = [...new Set([...changedByThem, ...differences(base, mine)])];
  return (
    <section role="alert" className="claim-form-group" aria-label={t("claimForm.conflict")}>
      <h2 className="section-title">{t("claimForm.conflict")}</h2>
      <p>{t("claimForm.conflictText")}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th />
            <th scope="col">{t("claimForm.theirs")}</th>
            <th scope="col">{t("claimForm.yours")}</th>
          </tr>
        </thead>
        <tbody>
          {paths.map((path) => (
            <tr key={path}>
              <th scope="row">{path}</th>
              <td>{leafText(valueAt(theirs, path)) || t("claimForm.nothing")}</td>
              <td>{leafText(valueAt(mine, path)) || t("claimForm.nothing")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className="link-button" onClick={() => onResolve("theirs")}>
        {t("claimForm.takeTheirs")}
      </button>{" "}
      <button type="button" className="link-button" onClick={() => onResolve("mine")}>
        {t("claimForm.keepMine")}
      </button>
    </section>
  );
}
