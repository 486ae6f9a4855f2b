import type { X12Issue } from "../issue.ts";
import { latin1Bytes } from "../latin1.ts";
import { createValidator, type ValidateOptions } from "../validate/validate.ts";
import { eventsOf } from "./read-text.ts";

/** All issues of a text whose characters are bytes, pushed in chunks of `chunkBytes`. */
export function validateText(
  text: string,
  options: ValidateOptions & { readonly chunkBytes?: number } = {},
): X12Issue[] {
  const { chunkBytes = Math.max(1, text.length), ...validateOptions } = options;
  const validator = createValidator(validateOptions);
  const bytes = latin1Bytes(text);
  const events = [];
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    events.push(...validator.push(bytes.subarray(from, from + chunkBytes)));
  }
  events.push(...validator.end());
  return eventsOf(events, "issue").map(({ issue }) => issue);
}

/** An issue's place as `loop segment element-component`, what is absent left out. */
export function placeOf({ loop, segmentId, element, component }: X12Issue): string {
  const part = component === undefined ? "" : `-${component}`;
  const place = element === undefined ? "" : `${element}${part}`;
  return [loop, segmentId, place].filter((text) => text !== undefined && text !== "").join(" ");
}
