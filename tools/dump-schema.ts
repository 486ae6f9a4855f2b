// Rewrites database/schema.sql from the migrations: node bin/run-typescript.js tools/dump-schema.ts
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dumpSchema } from "../packages/platform/src/database/dump-schema.ts";
import { openPool } from "../packages/platform/src/database/pool.ts";
import { projectRoot } from "../packages/platform/src/project-root.ts";
import { startTestServer, urlOfDatabase } from "../packages/platform/src/testing/test-server.ts";

const server = await startTestServer();
try {
  const connectionString = urlOfDatabase(server.url, server.template);
  const owner = openPool({ connectionString, name: "dump schema", size: 1 });
  const text = await dumpSchema(owner);
  await owner.end();
  await writeFile(join(projectRoot(), "database", "schema.sql"), text);
  console.log(`database/schema.sql: ${text.split("\n").length} lines`);
} finally {
  await server.stop();
}
