import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { tOr } from "../../strings/translate.ts";

type Value = string | number | boolean | null;

/** How one field of a record is written. */
export type FieldShape<Field extends string = string> = {
  readonly field: Field;
  readonly kind?: "text" | "date" | "check" | "long";
  /** The choices of a list: what is kept and its words. Empty text keeps nothing. */
  readonly options?: readonly (readonly [string, string])[];
  /** Whether a choice is kept as a number, empty as null. */
  readonly isId?: boolean;
  readonly isFixed?: boolean;
  readonly label?: string;
};

type Props = {
  readonly shape: FieldShape;
  readonly value: Value;
  readonly error: string | undefined;
  readonly warning: string | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (value: Value) => void;
};

/** One field with its label, its fault or its warning. */
export function RecordField({ shape, value, error, warning, isReadOnly, onChange }: Props) {
  const { field, kind = "text", options } = shape;
  const label = shape.label ?? tOr(`masterField.${field}`, field);
  const isFixed = isReadOnly || shape.isFixed === true;
  const told = { label, error, ...(warning && !error ? { description: warning } : {}) };
  if (kind === "check") {
    return (
      <Checkbox
        {...told}
        checked={value === true}
        disabled={isFixed}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  const text = value === null ? "" : String(value);
  if (options !== undefined) {
    const keep = (chosen: string) =>
      shape.isId ? (chosen === "" ? null : Number(chosen)) : chosen;
    return (
      <NativeSelect
        {...told}
        value={text}
        disabled={isFixed}
        data={options.map(([key, words]) => ({ value: key, label: words }))}
        onChange={(event) => onChange(keep(event.currentTarget.value))}
      />
    );
  }
  const common = { ...told, value: text, readOnly: isFixed };
  if (kind === "long") {
    return (
      <Textarea
        {...common}
        autosize
        minRows={2}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput {...common} type={kind} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}
