import {
  otherCoverageFields,
  otherCoverageParts,
} from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-parts.ts";
import { t } from "../../strings/translate.ts";
import { type EditNode, valueAt, withValue } from "./claim-edit.ts";
import { ClaimFormInput } from "./claim-form-input.tsx";
import { ClaimFormParts } from "./claim-form-parts.tsx";

type Props = {
  readonly others: readonly EditNode[];
  readonly errors: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
  readonly onChange: (others: readonly EditNode[]) => void;
};

/** What the claim says of its other payers. */
export function ClaimFormOthers({ others, errors, isReadOnly, onChange }: Props) {
  const replace = (at: number, next: EditNode) =>
    onChange(others.map((each, place) => (place === at ? next : each)));
  return (
    <section className="claim-form-group" id="otherCoverages" tabIndex={-1}>
      <h2 className="section-title">{t("claimForm.others")}</h2>
      {others.length === 0 && <p className="dim">{t("claimForm.noOthers")}</p>}
      {others.map((other, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a coverage is known by its place
        <div key={index} className="claim-form-entry">
          {otherCoverageFields.map((field) => (
            <ClaimFormInput
              key={field.path}
              field={field}
              path={`otherCoverages.${index}.${field.path}`}
              value={valueAt(other, field.path)}
              error={errors.get(`otherCoverages.${index}.${field.path}`)}
              isReadOnly={isReadOnly}
              onChange={(value) => replace(index, withValue(other, field.path, value))}
            />
          ))}
          <ClaimFormParts
            parts={otherCoverageParts}
            node={other}
            path={`otherCoverages.${index}`}
            errors={errors}
            isReadOnly={isReadOnly}
            onChange={(next) => replace(index, next)}
          />
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
