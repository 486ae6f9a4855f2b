import type { Command } from "commander";
import { addAcknowledgeFile } from "./acknowledge-file.ts";
import { addCheckFiles } from "./check-files.ts";
import { addConvertJson } from "./convert-json.ts";
import { addCountFile } from "./count-file.ts";
import { addScrubFile } from "./scrub-file.ts";
import { addShowFile } from "./show-file.ts";

/** `x12 …`: commands that work on files alone, without a database. */
export function addX12(program: Command): void {
  const x12 = program
    .command("x12")
    .description("check, show, count, answer and convert X12 files");
  addCheckFiles(x12);
  addShowFile(x12);
  addCountFile(x12);
  addAcknowledgeFile(x12);
  addConvertJson(x12);
  addScrubFile(x12);
}
