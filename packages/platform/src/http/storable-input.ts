import type { FastifyRequest } from "fastify";
import { problem } from "./problem.ts";

// A zero byte and half of a surrogate pair: JSON can spell them, the database can store neither.
const unstorable = /[\0\p{Cs}]/u;

/** Refuses input with a text, at any depth, that could not be stored as it is. */
export function refuseUnstorable(request: FastifyRequest): void {
  if (holdsUnstorable([request.params, request.query, request.body])) {
    throw problem("request_invalid", { detail: "a text holds a character that is none" });
  }
}

/** Walks without recursion: a body may be nested as deep as it is long. */
function holdsUnstorable(input: readonly unknown[]): boolean {
  const waiting = [...input];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "string" && unstorable.test(value)) return true;
    if (isPlain(value)) {
      for (const [name, part] of Object.entries(value)) {
        if (unstorable.test(name)) return true;
        waiting.push(part);
      }
    }
  }
  return false;
}

/** Lists and objects out of JSON or an address; a stream is neither. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
