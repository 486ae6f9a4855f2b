import { useNavigate } from "@tanstack/react-router";
import { type Place, places } from "./places.ts";
import { isAllowed, useSession } from "./session.ts";
import { useShortcut } from "./shortcuts.ts";

/** `g` and a letter goes to a page; only to those that the roles may see. */
export function GoShortcuts({ practice }: { readonly practice: string }) {
  const session = useSession();
  return places
    .filter((place) => isAllowed(session, practice, place.permission))
    .map((place) => <GoShortcut key={place.to} place={place} practice={practice} />);
}

function GoShortcut({ place, practice }: { readonly place: Place; readonly practice: string }) {
  const navigate = useNavigate();
  useShortcut(`g ${place.letter}`, () => void navigate({ to: place.to, params: { practice } }));
  return null;
}
