import { tourStrings } from "./tour.ts";

/** Sentences of what a sandbox does: the day of a demo practice. */
export const sandbox = {
  ...tourStrings,
  demoClock: {
    day: "Invented day",
    next: "Next day",
    week: "Next week",
    stepping: "Going to {{day}} …",
    why: "Payers, clearinghouse and bank of this practice are invented: each day they answer what you sent.",
  },
} as const;
