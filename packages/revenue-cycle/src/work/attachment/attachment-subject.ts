/** What documents are attached to. */
export type AttachmentSubject = {
  readonly kind: "claim" | "patient" | "authorization";
  readonly id: number;
};

/** Why an attachment, or a change of one, was refused. */
export type AttachmentRefusal =
  /** There is no such claim, patient, authorization or attachment of it. */
  | "not_found"
  | "attachment_empty"
  | "attachment_type_refused"
  | "attachment_too_large"
  /** The same bytes are on the list already. */
  | "attachment_known"
  | "attachments_full"
  /** It is on the list, or off it, already, or somebody changed it meanwhile. */
  | "revision_changed";
