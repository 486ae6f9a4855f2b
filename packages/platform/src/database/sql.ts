/**
 * A statement whose values travel apart from its text. Only the `sql` tag and the functions of
 * this file make one, so a value can never become part of the text.
 */
export interface Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

const made = new WeakSet<Sql>();

function make(strings: readonly string[], values: readonly unknown[]): Sql {
  const statement: Sql = { strings, values };
  made.add(statement);
  return statement;
}

function isSql(value: unknown): value is Sql {
  return typeof value === "object" && value !== null && made.has(value as Sql);
}

/**
 * Builds a statement: each `${value}` becomes a parameter, each `${fragment}` made by this file is
 * spliced in with its own parameters. `undefined` is refused: absent is written `null` on purpose.
 */
export function sql(template: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  const strings: string[] = [template[0] ?? ""];
  const parameters: unknown[] = [];
  const append = (text: string) => {
    strings[strings.length - 1] += text;
  };
  values.forEach((value, index) => {
    if (value === undefined) throw new TypeError(`sql parameter ${index + 1} is undefined`);
    if (isSql(value)) {
      append(value.strings[0] ?? "");
      value.values.forEach((parameter, position) => {
        parameters.push(parameter);
        strings.push(value.strings[position + 1] ?? "");
      });
    } else {
      parameters.push(value);
      strings.push("");
    }
    append(template[index + 1] ?? "");
  });
  return make(strings, parameters);
}

/** A quoted name of a table or column. The name comes from the program, never from a request. */
export function identifier(name: string): Sql {
  if (name.includes("\0") || name === "") throw new TypeError("not a name");
  const quoted = name
    .split(".")
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join(".");
  return make([quoted], []);
}

/** Fragments in sequence, by default with commas between; nothing if there are none. */
export function join(fragments: readonly Sql[], separator = ", "): Sql {
  const strings: string[] = [""];
  const values: unknown[] = [];
  fragments.forEach((fragment, index) => {
    strings[strings.length - 1] += (index > 0 ? separator : "") + (fragment.strings[0] ?? "");
    fragment.values.forEach((value, position) => {
      values.push(value);
      strings.push(fragment.strings[position + 1] ?? "");
    });
  });
  return make(strings, values);
}

/** The empty fragment, for a condition that is not asked for. */
export const nothing: Sql = make([""], []);

/** A fragment from text that the program itself holds: an entry of an allow-list, a migration file. */
export function trustedText(text: string): Sql {
  return make([text], []);
}

/** The text with `$1 …` and its values, as the driver takes them. */
export function toQuery(statement: Sql): { text: string; values: unknown[] } {
  if (!isSql(statement)) throw new TypeError("not a statement of the sql tag");
  let text = statement.strings[0] ?? "";
  for (let index = 0; index < statement.values.length; index += 1) {
    text += `$${index + 1}${statement.strings[index + 1] ?? ""}`;
  }
  return { text, values: [...statement.values] };
}

/** Statements that a connection keeps prepared, at most: each takes the server some 50 kB. */
const mostPrepared = 300;
/** So often a text comes before it gets a name: what is asked once takes nobody's room. */
const timesBefore = 3;
/** Texts that are counted at a time; then counting begins again. */
const mostCounted = 5000;
const preparedNames = new Map<string, string>();
const timesSeen = new Map<string, number>();

/** The same with the name under which a connection keeps it prepared, while there is room for names. */
export function toPreparedQuery(statement: Sql): {
  text: string;
  values: unknown[];
  name?: string;
} {
  const query = toQuery(statement);
  const name = preparedNames.get(query.text) ?? nameOfFrequent(query.text);
  return name === undefined ? query : { ...query, name };
}

function nameOfFrequent(text: string): string | undefined {
  if (preparedNames.size >= mostPrepared) return undefined;
  const times = (timesSeen.get(text) ?? 0) + 1;
  if (times <= timesBefore) {
    if (timesSeen.size >= mostCounted) timesSeen.clear();
    timesSeen.set(text, times);
    return undefined;
  }
  timesSeen.delete(text);
  const name = `prepared_${preparedNames.size + 1}`;
  preparedNames.set(text, name);
  return name;
}
