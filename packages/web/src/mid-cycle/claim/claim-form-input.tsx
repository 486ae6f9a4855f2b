import type { ClaimFormField } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-fields.ts";
import { useState } from "react";
import { t } from "../../strings/translate.ts";

type Props = {
  readonly field: ClaimFormField;
  /** Path in the claim, which is also the input's id: what is wrong finds it by that. */
  readonly path: string;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  /** Without a label above: the column says it. */
  readonly isCell?: boolean;
  readonly onChange: (value: unknown) => void;
};

/** One element of the claim with its name and the box of the paper form. */
export function ClaimFormInput(props: Props) {
  const { field, path, error, isCell } = props;
  const label = isCell ? undefined : (
    <span className="claim-form-label">
      {field.label}
      {field.box && (
        <span className="claim-form-box">{t("claimForm.box", { box: field.box })}</span>
      )}
    </span>
  );
  return (
    <label className="claim-form-field" htmlFor={path}>
      {label}
      <Input {...props} />
      {error && <span className="error-line">{error}</span>}
    </label>
  );
}

function Input({ field, path, value, error, isReadOnly, isCell, onChange }: Props) {
  const named = {
    id: path,
    disabled: isReadOnly,
    "aria-invalid": error !== undefined,
    "data-at": field.at,
    ...(isCell ? { "aria-label": `${field.label}, ${path.split(".")[1] ?? ""}` } : {}),
  };
  if (field.kind === "flag" || field.kind === "mark") {
    return (
      <input
        {...named}
        type="checkbox"
        checked={value === true}
        onChange={(event) =>
          onChange(event.currentTarget.checked || (field.kind === "mark" ? undefined : false))
        }
      />
    );
  }
  if (field.kind === "choice") {
    return (
      <select
        {...named}
        value={typeof value === "string" ? value : ""}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      >
        <option value="" />
        {field.choices?.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {choice === words ? choice : `${choice} ${words}`}
          </option>
        ))}
      </select>
    );
  }
  if (field.kind === "cents" || field.kind === "list") {
    return <TypedInput named={named} field={field} value={value} onChange={onChange} />;
  }
  return (
    <input
      {...named}
      type={field.kind === "date" ? "date" : "text"}
      size={field.size ?? 10}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}

type TypedProps = {
  readonly named: object;
  readonly field: ClaimFormField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

/** Money and lists are written as text and read when the field is left. */
function TypedInput({ named, field, value, onChange }: TypedProps) {
  const [text, setText] = useState<string | undefined>(undefined);
  const leave = () => {
    if (text === undefined) return;
    const read = field.kind === "cents" ? centsOf(text) : listOf(text, field.path);
    if (read !== undefined) onChange(read);
    setText(undefined);
  };
  return (
    <input
      {...named}
      type="text"
      size={field.size ?? 10}
      className={field.kind === "cents" ? "money" : ""}
      value={text ?? shown(value)}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === "Enter" && leave()}
    />
  );
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(" ");
  return typeof value === "number" ? (value / 100).toFixed(2) : "";
}

/** Cents of dollars as typed; undefined when it is no amount. */
export function centsOf(text: string): number | undefined {
  const plain = text.replaceAll(",", "").replace("$", "").trim();
  const match = /^(\d{0,8})(?:\.(\d{0,2}))?$/.exec(plain);
  if (match === null || plain === "" || plain === ".") return undefined;
  return Number(`${match[1] || "0"}${(match[2] ?? "").padEnd(2, "0")}`);
}

function listOf(text: string, path: string): readonly (string | number)[] {
  const parts = text
    .toUpperCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (!path.endsWith("diagnosisPointers")) return parts;
  // Pointers are written as numbers, or as the letters of the paper form.
  return parts.flatMap((part) => {
    const number = /^[A-L]$/.test(part) ? part.charCodeAt(0) - 64 : Number(part);
    return Number.isInteger(number) && number > 0 ? [number] : [];
  });
}
