#!/usr/bin/env node
// Bundles one TypeScript entry and runs it: `node bin/run-typescript.js bench/run.ts [arguments]`.
import { basename } from "node:path";
import { buildProgram } from "../tools/build.js";

const [entry, ...rest] = process.argv.slice(2);
if (!entry) {
  console.error("usage: run-typescript ENTRY.ts [arguments]");
  process.exit(2);
}
process.argv.splice(1, 2, entry);
await import(await buildProgram(entry, `run-${basename(entry, ".ts")}`));
void rest;
