import { useEffect, useRef } from "react";

/** A key (`j`), a chord (`Ctrl+Enter`) or a sequence (`g c`). */
export type KeyCombination = string;
type Binding = { readonly keys: KeyCombination; readonly run: (event: KeyboardEvent) => void };

const sequenceMs = 1200;
const bindings: Binding[] = [];
let pending: { readonly key: string; readonly at: number } | undefined;

/** Binds `keys` while the component is mounted; the binding made last wins. */
export function useShortcut(
  keys: KeyCombination,
  run: (event: KeyboardEvent) => void,
  isActive = true,
) {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!isActive) return;
    const binding: Binding = { keys, run: (event) => latest.current(event) };
    bindings.push(binding);
    return () => {
      bindings.splice(bindings.indexOf(binding), 1);
    };
  }, [keys, isActive]);
}

/** Listens once for the whole application. Returns the function that stops it. */
export function listenForShortcuts(target: Window): () => void {
  const listen = (event: KeyboardEvent) => dispatch(event);
  target.addEventListener("keydown", listen);
  return () => target.removeEventListener("keydown", listen);
}

function dispatch(event: KeyboardEvent) {
  if (event.defaultPrevented || event.altKey || event.metaKey || event.isComposing) return;
  const key = event.ctrlKey ? `Ctrl+${event.key}` : event.key;
  if (isTyping(event.target) && key !== "Ctrl+Enter") {
    if (key === "Escape") event.target.blur();
    return;
  }
  if (isInOverlay(event.target) || isPressing(key, event.target)) return;
  const started = pending && event.timeStamp - pending.at < sequenceMs ? pending.key : undefined;
  pending = undefined;
  const found = (started && findBinding(`${started} ${key}`)) || findBinding(key) || undefined;
  if (found) {
    event.preventDefault();
    found.run(event);
  } else if (bindings.some((binding) => binding.keys.startsWith(`${key} `))) {
    pending = { key, at: event.timeStamp };
  }
}

function findBinding(keys: string): Binding | undefined {
  return bindings.findLast((binding) => binding.keys === keys);
}

/** Inputs that take a press and no text. */
const pressed = new Set(["checkbox", "radio"]);

function isTyping(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !pressed.has(target.type);
}

/** Enter and Space belong to the focused button or link. */
function isPressing(key: string, target: EventTarget | null): boolean {
  const presses = key === "Enter" || key === " ";
  return presses && target instanceof Element && target.closest("a, button, input") !== null;
}

/** Menus and dialogs answer their own keys. */
function isInOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null;
}
