import { connect, createServer, type Socket } from "node:net";

/** A way to a database that can lose the answer to a commit. */
export interface CutCommits {
  /** The same database by this way. */
  readonly url: string;
  /** The next so many commits reach the server and are done; their answers do not come back. */
  cutNext(commits: number): void;
  /** How many were cut. */
  cut(): number;
  close(): Promise<void>;
}

/**
 * Stands between the program and PostgreSQL and passes everything on. Told to, it lets a commit through,
 * waits for the server's answer, and ends the connection instead of passing it back: whoever committed
 * cannot know whether it happened.
 */
export async function openCutCommits(databaseUrl: string): Promise<CutCommits> {
  const url = new URL(databaseUrl);
  const host = url.searchParams.get("host") ?? decodeURIComponent(url.hostname);
  const port = Number(url.searchParams.get("port") ?? (url.port || "5432"));
  const reach = () =>
    host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  const sockets = new Set<Socket>();
  let left = 0;
  let cut = 0;
  const server = createServer((client) => {
    const database = reach();
    let isCutting = false;
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
    client.on("data", (bytes) => {
      if (left > 0 && isCommit(bytes)) {
        left -= 1;
        isCutting = true;
      }
      database.write(bytes);
    });
    database.on("data", (bytes) => {
      if (!isCutting) return void client.write(bytes);
      cut += 1;
      client.destroy();
      database.destroy();
    });
    client.on("close", () => database.destroy());
    database.on("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const own = new URL(databaseUrl);
  own.searchParams.delete("host");
  own.searchParams.delete("port");
  own.host = `127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    url: own.href,
    cutNext: (commits) => {
      left = commits;
    },
    cut: () => cut,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A simple query (message Q) that says `commit` and nothing else. */
function isCommit(bytes: Buffer): boolean {
  return bytes[0] === 0x51 && bytes.subarray(5).toString("latin1") === "commit\0";
}
