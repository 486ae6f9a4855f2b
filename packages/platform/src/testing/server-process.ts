// A process that takes a share in the embedded server of a data folder and keeps it until it is
// told to end or killed. Prints the server's process id and port.
import { useEmbeddedServer } from "../database/embedded-server.ts";
import { readPostmasterFile } from "../database/postgres-cluster.ts";

const [dataFolder = ""] = process.argv.slice(2);
try {
  const server = await useEmbeddedServer({ dataFolder, settings: { fsync: "off" } });
  const pid = readPostmasterFile(server.cluster.folder)?.pid;
  process.stdout.write(`${JSON.stringify({ pid, port: server.port, uid: process.getuid?.() })}\n`);
  process.stdin.resume();
  process.stdin.once("end", async () => {
    await server.release();
    process.exit(0);
  });
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`);
  process.exitCode = 1;
}
