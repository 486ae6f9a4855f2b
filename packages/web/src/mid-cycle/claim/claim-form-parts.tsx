import type { ClaimFormPart } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-part.ts";
import { fieldsOfParts } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-part.ts";
import { useId, useState } from "react";
import { t } from "../../strings/translate.ts";
import { type EditNode, valueAt, withValue } from "./claim-edit.ts";
import { ClaimFormInput } from "./claim-form-input.tsx";

type Props = {
  readonly parts: readonly ClaimFormPart[];
  /** What the parts stand in: the claim, a line, another payer, a provider. */
  readonly node: EditNode;
  /** Where that stands in the claim; empty for the claim itself. */
  readonly path: string;
  readonly errors: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
  readonly onChange: (node: EditNode) => void;
};

/** Parts that few claims have: those that are filled, folded up, and a search for all others. */
export function ClaimFormParts(props: Props) {
  const { parts, node, path, errors, isReadOnly, onChange } = props;
  const [asked, setAsked] = useState<readonly string[]>([]);
  const isWrong = (part: ClaimFormPart) => {
    const base = joined(path, part.path);
    return fieldsOfParts([part]).some(({ path: field }) =>
      [...errors.keys()].some((each) => each === joined(path, field) || isBelow(each, base, part)),
    );
  };
  const add = (part: ClaimFormPart, field: string) => {
    if (!isFilled(part, node)) onChange(begun(part, node));
    setAsked((before) => [...before, part.title]);
    const first = part.is === "one" ? field : `0${field === "" ? "" : `.${field}`}`;
    const id = joined(joined(path, part.path), first);
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  const shown = parts.filter(
    (part) => isFilled(part, node) || asked.includes(part.title) || isWrong(part),
  );
  return (
    <div className="claim-form-parts">
      {shown.map((part) => (
        <details
          key={part.title}
          className="claim-form-part"
          open={asked.includes(part.title) || isWrong(part) || undefined}
        >
          <summary>{part.title}</summary>
          <PartBody {...props} part={part} />
        </details>
      ))}
      {!isReadOnly && <AddField parts={parts} onAdd={add} />}
    </div>
  );
}

function joined(path: string, field: string): string {
  return [path, field].filter((each) => each !== "").join(".");
}

function isBelow(each: string, base: string, part: ClaimFormPart): boolean {
  return part.path !== "" && part.is !== "one" && each.startsWith(`${base}.`);
}

/** Whether anything of the part is stated; what a party's own fields show does not count. */
function isFilled(part: ClaimFormPart, node: EditNode): boolean {
  const value = part.path === "" ? node : valueAt(node, part.path);
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  const isStated = (field: string) => {
    const stated = valueAt(value, field);
    return stated !== undefined && stated !== false && !implied.has(field);
  };
  return (
    part.fields.some(({ path }) => isStated(path)) ||
    (part.parts ?? []).some((inner) => isFilled(inner, value as EditNode))
  );
}

/** Elements that every party and line has. */
const implied = new Set(["isPerson", "idQualifier", "procedure.qualifier", "unitOfMeasure"]);

/** The node with the part begun: an empty entry of its own. */
function begun(part: ClaimFormPart, node: EditNode): EditNode {
  if (part.path === "") return node;
  if (part.is === "texts") return withValue(node, part.path, [""]);
  if (part.is === "many") return withValue(node, part.path, [part.start ?? {}]);
  const before = valueAt(node, part.path);
  return withValue(node, part.path, { ...part.start, ...(before ?? {}) });
}

type BodyProps = Props & { readonly part: ClaimFormPart };

function PartBody(props: BodyProps) {
  const { part, node, path, isReadOnly, onChange } = props;
  if (part.is === "one") {
    const own = part.path === "" ? node : ((valueAt(node, part.path) ?? {}) as EditNode);
    const change = (next: EditNode) =>
      onChange(part.path === "" ? next : withValue(node, part.path, next));
    return (
      <Entry {...props} node={own} path={joined(path, part.path)} onChange={change}>
        {!isReadOnly && part.start !== undefined && (
          <Remove onClick={() => onChange(withValue(node, part.path, undefined))} />
        )}
      </Entry>
    );
  }
  const entries = (valueAt(node, part.path) ?? []) as readonly unknown[];
  const replace = (next: readonly unknown[]) =>
    onChange(withValue(node, part.path, next.length === 0 ? emptied(part) : next));
  return (
    <>
      {entries.map((entry, index) => (
        <Entry
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
          key={index}
          {...props}
          node={part.is === "texts" ? { "": entry } : (entry as EditNode)}
          path={`${joined(path, part.path)}.${index}`}
          onChange={(next) =>
            replace(
              entries.map((each, at) =>
                at === index ? (part.is === "texts" ? (next[""] ?? "") : next) : each,
              ),
            )
          }
        >
          {!isReadOnly && (
            <Remove onClick={() => replace(entries.filter((_, at) => at !== index))} />
          )}
        </Entry>
      ))}
      {!isReadOnly && (
        <button
          type="button"
          className="link-button"
          onClick={() => replace([...entries, part.is === "texts" ? "" : (part.start ?? {})])}
        >
          {t("claimForm.add")}
        </button>
      )}
    </>
  );
}

/** Lists that every claim has stay, empty; the others go. */
function emptied({ path }: ClaimFormPart): readonly unknown[] | undefined {
  const rare = ["fileInformation", "conditions", "measurements", "forms", "providers"];
  return rare.includes(path) ? undefined : [];
}

function Remove({ onClick }: { readonly onClick: () => void }) {
  return (
    <button type="button" className="link-button" onClick={onClick}>
      {t("claimForm.remove")}
    </button>
  );
}

/** The fields of one entry, and its own parts below them. */
function Entry(props: BodyProps & { readonly children: React.ReactNode }) {
  const { part, node, path, errors, isReadOnly, onChange, children } = props;
  return (
    <div className="claim-form-entry">
      {part.fields.map((field) => (
        <ClaimFormInput
          key={field.path}
          field={field}
          path={joined(path, field.path)}
          value={node[field.path] ?? valueAt(node, field.path)}
          error={errors.get(joined(path, field.path))}
          isReadOnly={isReadOnly}
          onChange={(value) =>
            onChange(field.path === "" ? { "": value } : withValue(node, field.path, value))
          }
        />
      ))}
      {children}
      {(part.parts ?? []).map((inner) => (
        <fieldset key={inner.path} className="claim-form-inner">
          <legend>{inner.title}</legend>
          <PartBody {...props} part={inner} node={node} path={path} onChange={onChange} />
        </fieldset>
      ))}
    </div>
  );
}

type AddProps = {
  readonly parts: readonly ClaimFormPart[];
  readonly onAdd: (part: ClaimFormPart, field: string) => void;
};

/** Finds an element by its name, its part or its place in the 837P. */
function AddField({ parts, onAdd }: AddProps) {
  const list = useId();
  const [text, setText] = useState("");
  const offers = parts.flatMap((part) =>
    fieldsOfParts([{ ...part, path: "", is: "one" }]).map(({ path, field }) => ({
      part,
      path: path.replaceAll("[]", ".0"),
      words: `${part.title}: ${field.label.split(" (")[0]} (${field.at})`,
    })),
  );
  const choose = (typed: string) => {
    const found = offers.find(({ words }) => words === typed);
    setText(found ? "" : typed);
    if (found) onAdd(found.part, found.path);
  };
  return (
    <span className="claim-form-add">
      <input
        list={list}
        size={34}
        value={text}
        placeholder={t("claimParts.add")}
        aria-label={t("claimParts.add")}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <datalist id={list}>
        {offers.map(({ words }) => (
          <option key={words} value={words} />
        ))}
      </datalist>
    </span>
  );
}
