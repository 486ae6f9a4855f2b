import { t } from "../../strings/translate.ts";
import { type EditNode, valueAt, withValue } from "./claim-edit.ts";
import { ClaimFormInput } from "./claim-form-input.tsx";

type Props = {
  readonly others: readonly EditNode[];
  readonly isReadOnly: boolean;
  readonly onChange: (others: readonly EditNode[]) => void;
};

const fields = [
  ["sequence", "Order", "2320 SBR 1", 3, ""],
  ["payer.lastNameOrOrganization", "Payer", "2330B NM1 3", 20, "9d"],
  ["payer.id", "Payer id", "2330B NM1 9", 10, ""],
  ["subscriber.lastNameOrOrganization", "Insured: last name", "2330A NM1 3", 14, "9"],
  ["subscriber.firstName", "First name", "2330A NM1 4", 12, "9"],
  ["subscriber.id", "Member id", "2330A NM1 9", 14, "9a"],
  ["relationship", "Patient is", "2320 SBR 2", 3, ""],
  ["groupNumber", "Group", "2320 SBR 3", 10, "9a"],
  ["filingIndicator", "Filing indicator", "2320 SBR 9", 3, ""],
  ["insuranceType", "Medicare secondary type", "2320 SBR 5", 3, ""],
  ["benefitsAssigned", "Benefits assigned", "2320 OI 3", 2, ""],
  ["releaseOfInformation", "Release", "2320 OI 6", 2, ""],
  ["adjudicatedOn", "Decided on", "2330B DTP 3", 10, ""],
] as const;

/** What the claim says of its other payers. */
export function ClaimFormOthers({ others, isReadOnly, onChange }: Props) {
  return (
    <section className="claim-form-group" id="otherCoverages" tabIndex={-1}>
      <h2 className="section-title">{t("claimForm.others")}</h2>
      {others.length === 0 && <p className="dim">{t("claimForm.noOthers")}</p>}
      {others.map((other, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a coverage is known by its place
        <div key={index} className="claim-form-entry">
          {fields.map(([path, label, at, size, box]) => (
            <ClaimFormInput
              key={path}
              field={{
                path,
                label,
                at,
                size,
                ...(box ? { box } : {}),
                ...(path === "adjudicatedOn" ? { kind: "date" as const } : {}),
              }}
              path={`otherCoverages.${index}.${path}`}
              value={valueAt(other, path)}
              error={undefined}
              isReadOnly={isReadOnly}
              onChange={(value) =>
                onChange(
                  others.map((each, place) =>
                    place === index ? withValue(other, path, value) : each,
                  ),
                )
              }
            />
          ))}
          {!isReadOnly && (
            <button
              type="button"
              className="link-button"
              onClick={() => onChange(others.filter((_, place) => place !== index))}
            >
              {t("claimForm.remove")}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
