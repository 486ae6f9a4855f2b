#!/usr/bin/env node
// Starts the command line. The TypeScript sources are bundled on first use and whenever they
// have changed since, so a checkout needs no build step and never runs stale code.
import { buildProgram } from "../tools/build.js";

const program = await buildProgram();
const { main } = await import(program);
await main(process.argv.slice(2));
