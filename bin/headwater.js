#!/usr/bin/env node
// Starts the command line. The sources are bundled on first use and whenever they have changed
// since, so a checkout needs no build step and never runs stale code.
import { buildProgram, buildWeb } from "../tools/build.js";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Headwater needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(2);
}

const args = process.argv.slice(2);
const servesPages = args[0] === "start" || args[0] === "api";
const asksForHelp = args.includes("--help") || args.includes("-h");
const program = await buildProgram();
// The pages are built while the database starts; who serves them waits for them.
const pages = servesPages && !asksForHelp ? buildWeb() : Promise.resolve();
pages.catch(() => undefined);
const { main } = await import(program);
await main(args, { pages });
