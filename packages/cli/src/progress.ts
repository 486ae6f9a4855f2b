/** A line on standard error that tells how far a long command has come. */
export type Progress = {
  /** Shows a text, but not more often than a person can read. */
  readonly show: (text: () => string) => void;
  /** Makes room for a result. */
  readonly clear: () => void;
};

const onTerminalEveryMs = 200;
const otherwiseEveryMs = 10_000;

/** On a terminal one line is written over; elsewhere, such as in a log, a line comes every ten seconds. */
export function startProgress(now: () => number = () => performance.now()): Progress {
  const { stderr } = process;
  const terminal = stderr.isTTY === true;
  const everyMs = terminal ? onTerminalEveryMs : otherwiseEveryMs;
  let shownAt = terminal ? Number.NEGATIVE_INFINITY : now();
  let shown = false;
  return {
    show: (text) => {
      if (now() - shownAt < everyMs) return;
      shownAt = now();
      shown = true;
      stderr.write(terminal ? `\r\u001b[K  ${text()} ` : `${text()}\n`);
    },
    clear: () => {
      if (terminal && shown) stderr.write("\r\u001b[K");
      shown = false;
    },
  };
}

/** A number with separators. */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}

/** Whole mebibytes. */
export function mebibytes(bytes: number): string {
  return count(Math.round(bytes / (1024 * 1024)));
}

/** A part of a whole in per cent, rounded down. */
export function share(part: number, whole: number): string {
  return whole === 0 ? "0 %" : `${Math.floor((100 * part) / whole)} %`;
}
