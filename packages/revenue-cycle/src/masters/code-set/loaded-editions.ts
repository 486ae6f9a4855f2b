import type { CodeSetName } from "@headwater/code-sets";
import { isWholePtpEdition, type LoadedEdition } from "./code-set.ts";

/** An edition that is loaded, with what tells files of one set apart. */
export type EditionFile = LoadedEdition & { readonly variant: string; readonly part: number };

type Question = {
  readonly codeSet: CodeSetName;
  /** Civil date. */
  readonly on: string;
  readonly variant?: string;
};

/** The edition in force on a day: of several the one that began last. */
export function editionInForce(
  files: readonly EditionFile[],
  { codeSet, on, variant = "" }: Question,
): EditionFile | undefined {
  return files
    .filter(
      (file) =>
        file.codeSet === codeSet &&
        file.variant === variant &&
        file.effectiveFrom <= on &&
        (file.effectiveTo === undefined || on <= file.effectiveTo),
    )
    .sort(lastFirst)[0];
}

/** The first edition that begins after a day. */
export function editionLater(
  files: readonly EditionFile[],
  { codeSet, on, variant = "" }: Question,
): EditionFile | undefined {
  return files
    .filter(
      (file) => file.codeSet === codeSet && file.variant === variant && file.effectiveFrom > on,
    )
    .sort((one, other) => lastFirst(other, one))[0];
}

/**
 * The files of the newest edition of procedure-to-procedure edits that reaches the day, a whole one
 * before one of which parts are missing. An edition holds all edits there have ever been.
 */
export function ptpFilesOn(
  files: readonly EditionFile[],
  { on, variant }: { readonly on: string; readonly variant: string },
): { readonly files: readonly EditionFile[]; readonly isWhole: boolean } | undefined {
  const reaching = files
    .filter(
      (file) =>
        file.codeSet === "ncci-ptp" &&
        file.variant === variant &&
        (file.effectiveTo === undefined || on <= file.effectiveTo),
    )
    .sort((one, other) => other.effectiveFrom.localeCompare(one.effectiveFrom));
  const editions = [...new Set(reaching.map(({ edition }) => edition))].map((edition) =>
    reaching.filter((file) => file.edition === edition),
  );
  const whole = editions.find((parts) => isWholePtpEdition(parts.map(({ part }) => part)));
  const chosen = whole ?? editions[0];
  return chosen && { files: chosen, isWhole: whole !== undefined };
}

function lastFirst(one: EditionFile, other: EditionFile): number {
  return other.effectiveFrom.localeCompare(one.effectiveFrom) || other.fileId - one.fileId;
}
