import { lineFormFields } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-fields.ts";
import { lineParts } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-line-parts.ts";
import { t } from "../../strings/translate.ts";
import { type EditNode, emptyLine, valueAt, withValue } from "./claim-edit.ts";
import { ClaimFormInput } from "./claim-form-input.tsx";
import { ClaimFormParts } from "./claim-form-parts.tsx";

type Props = {
  readonly lines: readonly EditNode[];
  readonly errors: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
  readonly onChange: (lines: readonly EditNode[]) => void;
};

/** The service lines as rows; box 24 of the paper form above each column. */
export function ClaimFormLines({ lines, errors, isReadOnly, onChange }: Props) {
  const replace = (at: number, line: EditNode) =>
    onChange(lines.map((each, index) => (index === at ? line : each)));
  return (
    <section className="claim-form-group">
      <h2 className="section-title">{t("claimForm.lines")}</h2>
      <div className="claim-form-table">
        <table>
          <thead>
            <tr>
              <th scope="col">#</th>
              {lineFormFields.map((field) => (
                <th key={field.path} scope="col">
                  {field.label} <span className="claim-form-box">{field.box}</span>
                </th>
              ))}
              <th />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                {lineFormFields.map((field) => {
                  const path = `lines.${index}.${field.path}`;
                  return (
                    <td key={field.path}>
                      <ClaimFormInput
                        field={field}
                        path={path}
                        value={valueAt(line, field.path)}
                        error={errors.get(path)}
                        isReadOnly={isReadOnly}
                        isCell
                        onChange={(value) => replace(index, withValue(line, field.path, value))}
                      />
                    </td>
                  );
                })}
                <td>
                  {!isReadOnly && lines.length > 1 && (
                    <button
                      type="button"
                      className="link-button"
                      aria-label={t("charge.removeLine", { line: index + 1 })}
                      onClick={() => onChange(lines.filter((_, at) => at !== index))}
                    >
                      ×
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <RareElements {...{ lines, errors, isReadOnly, onChange }} />
      {!isReadOnly && (
        <button
          type="button"
          className="link-button"
          onClick={() => onChange([...lines, emptyLine(lines.at(-1))])}
        >
          {t("claimForm.addLine")}
        </button>
      )}
    </section>
  );
}

/** What few lines say, line by line. */
function RareElements({ lines, errors, isReadOnly, onChange }: Props) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
    <fieldset key={index} className="claim-form-inner">
      <legend>{t("claimParts.line", { line: index + 1 })}</legend>
      <ClaimFormParts
        parts={lineParts}
        node={line}
        path={`lines.${index}`}
        errors={errors}
        isReadOnly={isReadOnly}
        onChange={(next) => onChange(lines.map((each, at) => (at === index ? next : each)))}
      />
    </fieldset>
  ));
}
