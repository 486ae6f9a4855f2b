const places = new Map<string, number>();

/** Remembers for this visit how far a list was scrolled. */
export function rememberScroll(place: string, top: number) {
  places.set(place, top);
}

export function recallScroll(place: string): number {
  return places.get(place) ?? 0;
}
