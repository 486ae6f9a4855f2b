// A supervised child for tests: tells its process id, ends when its parent is gone, and fails at once
// when told to.
import { appendFileSync } from "node:fs";
import { endWithParent } from "../lifecycle/supervise-child.ts";

const [file = "", mode = ""] = process.argv.slice(2);
appendFileSync(file, `${process.pid}\n`);
if (mode === "fail") process.exit(3);
if (mode === "deaf") process.on("SIGTERM", () => undefined);
endWithParent(() => process.exit(0));
setInterval(() => undefined, 1000);
