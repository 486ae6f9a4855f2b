// A parent for tests that supervises one child until it is killed.
import { superviseChild } from "../lifecycle/supervise-child.ts";

const [module = "", file = ""] = process.argv.slice(2);
superviseChild({ module, args: [file] });
setInterval(() => undefined, 1000);
