import { readRemittanceSet } from "./read-835/read-remittance.ts";
import { readClaimSet } from "./read-837/read-claims.ts";
import { readAcknowledgmentSet } from "./read-acknowledgment/read-acknowledgment.ts";
import { readClaimAcknowledgmentSet } from "./read-acknowledgment/read-claim-acknowledgment.ts";
import type { SetContext, SetReader } from "./set-context.ts";

const unread: SetReader = { read() {}, close() {} };

/** The reader of a set's kind; sets that are not interpreted are only passed over. */
export function openSetReader(context: SetContext): SetReader {
  switch (context.header.kind) {
    case "837P":
    case "837I":
    case "837D":
      return readClaimSet(context, context.header.kind);
    case "835":
      return readRemittanceSet(context);
    case "999":
    case "997":
      return readAcknowledgmentSet(context);
    case "277CA":
      return readClaimAcknowledgmentSet(context);
    default:
      return unread;
  }
}
