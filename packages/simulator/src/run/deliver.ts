import { dateOf } from "../civil-day.ts";
import type { ArrivingFile } from "./output.ts";
import { type Run, schedule } from "./run.ts";

type Made = {
  readonly kind: ArrivingFile["kind"];
  readonly name: string;
  readonly text: string;
  readonly madeOn?: number;
  readonly repeats?: string;
};

const lateDays: readonly [number, number] = [2, 9];

/**
 * Sends a file on its way to the practice. Some come late, some twice: what is late stands among the
 * files of the day on which it comes, so that others overtake it.
 */
export function deliver(run: Run, { kind, name, text, ...made }: Made): string {
  const { filesLate, filesTwice } = run.profile.clearinghouse;
  const madeOn = made.madeOn ?? run.day;
  const stream = run.world.root.at("file", kind, name, madeOn);
  const isAnswer = kind !== "837" && kind !== "csv";
  const isLate = isAnswer && stream.happens("late", filesLate);
  const arrivesOn = madeOn + (isLate ? stream.between("late-days", lateDays) : 0);
  const { repeats } = made;
  const file = { kind, name, text, madeOn, arrivesOn, repeats };
  arrive(run, file);
  if (isAnswer && stream.happens("twice", filesTwice)) {
    const again = arrivesOn + stream.between("again-days", lateDays);
    const copy = { ...file, name: `${name}-copy`, arrivesOn: again, repeats: pathOf(file) };
    arrive(run, copy);
  }
  return pathOf(file);
}

function arrive(run: Run, file: ArrivingFile): void {
  if (file.arrivesOn > run.day) schedule(run, file.arrivesOn, { is: "arrive", file });
  else putFile(run, file);
}

/** Puts a file that has come among the files of its day. */
export function putFile(run: Run, file: ArrivingFile): void {
  const { kind, madeOn, arrivesOn, repeats, text } = file;
  const path = pathOf(file);
  run.outputs.push({ type: "file", path, text });
  run.outputs.push({
    type: "truth",
    record: {
      truth: "files",
      file: path,
      kind,
      madeOn: dateOf(madeOn),
      arrivedOn: dateOf(arrivesOn),
      repeats,
    },
  });
}

const endings: Readonly<Record<ArrivingFile["kind"], string>> = {
  "837": "837",
  TA1: "ta1",
  "999": "999",
  "277CA": "277",
  "835": "835",
  csv: "csv",
};

function pathOf({ kind, name, madeOn, arrivesOn }: ArrivingFile): string {
  const date = dateOf(arrivesOn);
  const made = madeOn === arrivesOn ? "" : `-of-${dateOf(madeOn).slice(5)}`;
  return `${date.slice(0, 7)}/${date}-${name}${made}.${endings[kind]}`;
}
