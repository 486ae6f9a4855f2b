export type UploadState = "waiting" | "sending" | "sent" | "failed" | "cancelled";

/** One file on its way to the server. */
export type Upload = {
  readonly path: string;
  readonly byteLength: number;
  readonly sentBytes: number;
  readonly state: UploadState;
  /** The file's id, once the server has it. */
  readonly fileId: string | undefined;
  readonly problemCode: string | undefined;
};
