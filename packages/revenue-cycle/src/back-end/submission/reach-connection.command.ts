import { NamedError } from "@headwater/platform/named-error.ts";

/** The far end could not be reached, or its settings do not let us in. */
export type Unreached = {
  readonly is: "unreached";
  /** `SFTP_UNREACHABLE`, `SFTP_HOST_KEY_OTHER`, `CONNECTION_SETTINGS_OPEN` … */
  readonly cause: string;
};

const causes = /^(SFTP_|HTTP_|CONNECTION_SETTINGS_|CONNECTION_PAUSED)/;

/**
 * Work that needs a connection. That it is down is an answer and no fault of ours: what was prepared
 * stays prepared and can be handed over later.
 */
export async function reach<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly is: "reached"; readonly result: Result } | Unreached> {
  try {
    return { is: "reached", result: await work() };
  } catch (error) {
    if (error instanceof NamedError && causes.test(error.code)) {
      return { is: "unreached", cause: error.code };
    }
    throw error;
  }
}
