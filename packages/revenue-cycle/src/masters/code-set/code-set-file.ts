import type { CodeFileFaultCode, CodeSetName, FileEdition } from "@headwater/code-sets";

/** A file to load: its name, and its content as often as it is asked for. */
export type CodeFileSource = {
  readonly name: string;
  readonly byteLength: number;
  open(): AsyncIterable<Uint8Array>;
};

/** What became of a file. `not-used` is a file of an archive that this product does not need. */
export type CodeFileVerdict = "read" | "duplicate" | "refused" | "not-used";

/** What the person who loads a file knows of it; it fills in what neither file nor name tells. */
export type AskedEdition = {
  readonly edition?: string | undefined;
  readonly effectiveFrom?: string | undefined;
  readonly effectiveTo?: string | undefined;
};

export type CodeFileRefusal = {
  readonly code: CodeFileFaultCode;
  /** Counted from 1; undefined when the whole file is meant. */
  readonly line: number | undefined;
  readonly column: string | undefined;
};

/** A file with its verdict; the shape is what the command line prints. */
export type LoadedCodeFile = {
  readonly fileId: number;
  readonly file: string;
  readonly verdict: CodeFileVerdict;
  readonly codeSet: CodeSetName | null;
  readonly variant: string;
  readonly part: number;
  readonly edition: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly rows: number;
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly line: number | null;
  readonly column: string | null;
};

/** An edition with its days, once they are known. */
export type DatedEdition = FileEdition & {
  readonly edition: string;
  readonly effectiveFrom: string;
};

/** Fills in what a file does not tell; undefined while nobody says from when it holds. */
export function datedEdition(told: FileEdition, asked: AskedEdition): DatedEdition | undefined {
  const effectiveFrom = told.effectiveFrom ?? asked.effectiveFrom;
  if (effectiveFrom === undefined) return undefined;
  const edition = told.edition ?? asked.edition ?? effectiveFrom;
  return {
    ...told,
    edition,
    effectiveFrom,
    effectiveTo: told.effectiveFrom === undefined ? asked.effectiveTo : told.effectiveTo,
  };
}

/** Endings of what stands beside the files in the archives of CMS and CDC and is not read. */
const besideEndings = /\.(?:pdf|docx?|xlsx?|pptx?|rtf|htm|html|xsd|zip|md)$/i;

/** Whether a file of an archive is left alone by its name. */
export function isBesideFile(name: string): boolean {
  return besideEndings.test(name);
}
