import { createHash, timingSafeEqual } from "node:crypto";
import SftpClient from "ssh2-sftp-client";
import { NamedError } from "../named-error.ts";

/** How an SFTP server is reached. Nothing of it is ever logged or told in a fault. */
export type SftpSettings = {
  readonly host: string;
  readonly port: number;
  readonly userName: string;
  /** `SHA256:` and base64 without padding, as `ssh-keygen -l` prints it: no other server is spoken to. */
  readonly hostKey: string;
  readonly password?: string | undefined;
  /** A private key as text, and what opens it. */
  readonly privateKey?: string | undefined;
  readonly passphrase?: string | undefined;
  /** How long the server may take to let us in, how often it is tried, and the first pause, which doubles. */
  readonly timeoutMs: number;
  readonly attempts: number;
  readonly retryPauseMs: number;
};

export type SftpSession = SftpClient;

/**
 * Runs some work over one session and ends it. An unreachable server is tried several times, each pause
 * longer than the one before; a wrong host key or a refused sign-in is not. Throws `SFTP_HOST_KEY_OTHER`,
 * `SFTP_SIGN_IN_REFUSED` or `SFTP_UNREACHABLE`; what the work throws is passed on.
 */
export async function withSftp<Result>(
  settings: SftpSettings,
  work: (session: SftpSession) => Promise<Result>,
): Promise<Result> {
  const session = await connected(settings);
  try {
    return await work(session);
  } finally {
    await session.end().catch(() => undefined);
  }
}

/** An open session; whoever opens it ends it. */
export async function connected(settings: SftpSettings): Promise<SftpSession> {
  let pauseMs = settings.retryPauseMs;
  for (let attempt = 1; ; attempt += 1) {
    const tried = await tryOnce(settings);
    if (tried.is === "open") return tried.session;
    if (tried.fault.code !== "SFTP_UNREACHABLE" || attempt >= settings.attempts) throw tried.fault;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    pauseMs *= 2;
  }
}

type Tried =
  | { readonly is: "open"; readonly session: SftpSession }
  | { readonly is: "failed"; readonly fault: NamedError };

async function tryOnce(settings: SftpSettings): Promise<Tried> {
  const session = new SftpClient();
  // What happens outside of a request, such as a server that goes away, is told by the next request.
  session.on("error", () => undefined);
  let isOtherHost = false;
  try {
    await session.connect({
      host: settings.host,
      port: settings.port,
      username: settings.userName,
      readyTimeout: settings.timeoutMs,
      ...(settings.password === undefined ? {} : { password: settings.password }),
      ...(settings.privateKey === undefined ? {} : { privateKey: settings.privateKey }),
      ...(settings.passphrase === undefined ? {} : { passphrase: settings.passphrase }),
      hostVerifier: (key: Buffer) => {
        const isPinned = isPinnedKey(key, settings.hostKey);
        isOtherHost = !isPinned;
        return isPinned;
      },
    });
    return { is: "open", session };
  } catch (error) {
    await session.end().catch(() => undefined);
    return { is: "failed", fault: faultOf(error, isOtherHost) };
  }
}

function isPinnedKey(key: Buffer, pinned: string): boolean {
  const found = `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;
  const [one, other] = [Buffer.from(found), Buffer.from(pinned.trim().replace(/=+$/, ""))];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The library's own message may quote settings: only the kind of the fault is told. */
function faultOf(error: unknown, isOtherHost: boolean): NamedError {
  if (isOtherHost) {
    return new NamedError(
      "SFTP_HOST_KEY_OTHER",
      "the server shows another key than the pinned one",
    );
  }
  const text = error instanceof Error ? error.message : "";
  return /authentication|privateKey|passphrase/i.test(text)
    ? new NamedError("SFTP_SIGN_IN_REFUSED", "the server does not take the user's key or password")
    : new NamedError("SFTP_UNREACHABLE", "the server does not answer");
}
