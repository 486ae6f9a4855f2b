import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { generate837P } from "@headwater/x12/testing/generate.ts";
import type { Figure } from "../figure.ts";

const sizes = [
  { name: "50 MB", claims: 87_000 },
  { name: "500 MB", claims: 870_000 },
] as const;

/** Writes what the process took to its fourth descriptor; only it knows its own peak. */
const report =
  'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,' +
  "JSON.stringify({kilobytes:process.resourceUsage().maxRSS,...process.cpuUsage()})))";

type Cost = { readonly kilobytes: number; readonly user: number; readonly system: number };

/** Peak memory and speed of each `headwater x12 …` over claims of 50 and of 500 MB. */
export async function measureCommands(
  folder: string,
  remark: (text: string) => void,
): Promise<Figure[]> {
  // The first start bundles the program, which would count as its own memory.
  await runCommand(["count", "--help"]);
  const figures: Figure[] = [];
  for (const { name, claims } of sizes) {
    remark(`writing claims of ${name}`);
    const file = join(folder, `claims-${claims}.837`);
    await pipeline(Readable.from(generate837P({ seed: 7, claims })), createWriteStream(file));
    figures.push(...(await measureFile(file, name, remark)));
    await rm(file);
  }
  return figures;
}

async function measureFile(
  file: string,
  size: string,
  remark: (text: string) => void,
): Promise<Figure[]> {
  const json = `${file}.json`;
  const answers = `${file}.answers`;
  const figures: Figure[] = [];
  const commands: readonly (readonly string[])[] = [
    ["check", file],
    ["show", file],
    ["count", file],
    ["ack", file, "--out", answers],
    ["to-json", file, "--out", json],
    ["from-json", json],
    ["scrub-phi", file],
  ];
  for (const words of commands) {
    const [command = "", input = ""] = words;
    remark(`x12 ${command} of ${size}`);
    const { size: bytes } = await stat(input);
    const { kilobytes, user, system } = await runCommand(words);
    const value = bytes / (user + system);
    const bar = "under 150";
    figures.push({
      name: `x12 ${command}: memory, ${size}`,
      value: kilobytes / 1024,
      unit: "MiB",
      bar,
    });
    figures.push({ name: `x12 ${command}: speed, ${size}`, value, unit: "MB/s of CPU" });
  }
  await rm(json);
  await rm(answers, { recursive: true });
  return figures;
}

/** Runs a command to its end; what it prints goes nowhere. */
function runCommand(words: readonly string[]): Promise<Cost> {
  const program = join(projectRoot(), "bin/headwater.js");
  const child = spawn(process.execPath, ["--import", report, program, "x12", ...words], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const pipe = child.stdio[3] as Readable;
  let text = "";
  pipe.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      // What is checked or answered may have errors, which is code 1.
      if (code === 0 || code === 1) resolve(JSON.parse(text) as Cost);
      else reject(new Error(`x12 ${words[0]} ended with ${code}`));
    });
  });
}
