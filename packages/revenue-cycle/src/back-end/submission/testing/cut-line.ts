import { type AddressInfo, createServer, connect as dial, type Socket } from "node:net";

/** A line to a server on this machine that can be cut in the middle of what it carries. */
export type CutLine = {
  readonly port: number;
  /** Bytes that went to the server, and came from it, since the last call of `cutAfter` or `heal`. */
  readonly carried: () => { readonly there: number; readonly back: number };
  /** The next connection breaks, both ways, once so many bytes went there or came back. */
  readonly cutAfter: (limit: { readonly there?: number; readonly back?: number }) => void;
  readonly heal: () => void;
  readonly close: () => void;
};

const endless = { there: Number.POSITIVE_INFINITY, back: Number.POSITIVE_INFINITY };

/** Stands between a client and the server at a port of this machine. */
export function startCutLine(serverPort: number): Promise<CutLine> {
  let limit = endless;
  let carried = { there: 0, back: 0 };
  const server = createServer((near) => {
    const far = dial(serverPort, "127.0.0.1");
    const cut = () => {
      near.destroy();
      far.destroy();
    };
    for (const end of [near, far]) end.on("error", cut).on("close", cut);
    const carry = (from: Socket, to: Socket, way: "there" | "back") => {
      from.on("data", (piece) => {
        const room = limit[way] - carried[way];
        carried[way] += piece.length;
        // What still fits is carried: the far end has seen all of it when the line breaks.
        if (piece.length < room) to.write(piece);
        else if (room > 0) to.end(piece.subarray(0, room), cut);
        else cut();
      });
    };
    carry(near, far, "there");
    carry(far, near, "back");
  });
  const begin = (next: typeof endless) => {
    limit = next;
    carried = { there: 0, back: 0 };
  };
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const found: unknown = server.address();
      resolve({
        port: (found as AddressInfo).port,
        carried: () => carried,
        cutAfter: (next) => begin({ ...endless, ...next }),
        heal: () => begin(endless),
        close: () => server.close(),
      });
    });
  });
}
