/**
 * The two envelopes of the CAQH CORE connectivity rule vC2.2.0 for one exchange in real time, SOAP and
 * HTTP+MIME multipart, as the far end reads and writes them: X12 inside a named payload, beside who sends
 * it to whom.
 */
export type CoreRequest = {
  readonly payloadType: string;
  readonly payloadId: string;
  readonly senderId: string;
  readonly receiverId: string;
  readonly userName: string;
  readonly password: string;
  readonly payload: string;
};

/** What a request lacks; the rule's error code for it. */
export type CoreFault = { readonly errorCode: string; readonly message: string };

export type ReadCoreRequest =
  | { readonly is: "read"; readonly request: CoreRequest }
  | { readonly is: "refused"; readonly fault: CoreFault };

/** Payloads that are answered, and what answers them. */
export const answeringTypes: Readonly<Record<string, string>> = {
  X12_270_Request_005010X279A1: "X12_271_Response_005010X279A1",
  X12_276_Request_005010X212: "X12_277_Response_005010X212",
  X12_278_Request_005010X217: "X12_278_Response_005010X217",
  X12_278_Request_005010X217E1_2: "X12_278_Response_005010X217E1_2",
};

/** Reads the text of a SOAP request. */
export function readCoreRequest(xml: string): ReadCoreRequest {
  return readCoreFields((name) => textOfElement(xml, name));
}

/** Reads the fields of a request; the order of the checks is that of the rule's error codes. */
export function readCoreFields(of: (name: string) => string | undefined): ReadCoreRequest {
  const payloadType = of("PayloadType");
  if (payloadType === undefined) return refused("PayloadTypeRequired", "no payload type");
  if (!Object.hasOwn(answeringTypes, payloadType)) {
    return refused("PayloadTypeIllegal", "not a payload that is answered here");
  }
  if (of("ProcessingMode") !== "RealTime") {
    return refused("ProcessingModeIllegal", "only RealTime is answered here");
  }
  if (of("CORERuleVersion") !== "2.2.0") {
    return refused("VersionMismatch", "the rule's version 2.2.0 is answered here");
  }
  const payload = of("Payload");
  if (payload === undefined) return refused("PayloadRequired", "no payload");
  return {
    is: "read",
    request: {
      payloadType,
      payloadId: of("PayloadID") ?? "",
      senderId: of("SenderID") ?? "",
      receiverId: of("ReceiverID") ?? "",
      userName: of("Username") ?? of("UserName") ?? "",
      password: of("Password") ?? "",
      payload,
    },
  };
}

function refused(errorCode: string, message: string): ReadCoreRequest {
  return { is: "refused", fault: { errorCode, message } };
}

/** The text of the first element of a local name, whatever its prefix: plain, escaped or CDATA. */
function textOfElement(xml: string, name: string): string | undefined {
  const open = new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>`).exec(xml);
  if (open === null) return undefined;
  const from = open.index + open[0].length;
  if (xml.startsWith("<![CDATA[", from)) {
    const end = xml.indexOf("]]>", from);
    return end === -1 ? undefined : xml.slice(from + 9, end);
  }
  const end = xml.indexOf("<", from);
  return end === -1 ? undefined : unescaped(xml.slice(from, end)).trim();
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string) =>
    code === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(code)),
  );
}

export type CoreAnswer = {
  readonly payloadType: string;
  readonly payloadId: string;
  /** An instant, ISO 8601. */
  readonly at: string;
  readonly senderId: string;
  readonly receiverId: string;
  readonly payload: string;
  readonly fault: CoreFault | undefined;
};

/** The fields before the payload. */
function fieldsOf(answer: CoreAnswer): readonly (readonly [string, string])[] {
  return [
    ["PayloadType", answer.payloadType],
    ["ProcessingMode", "RealTime"],
    ["PayloadID", answer.payloadId],
    ["TimeStamp", answer.at],
    ["SenderID", answer.senderId],
    ["ReceiverID", answer.receiverId],
    ["CORERuleVersion", "2.2.0"],
  ];
}

/** The parts of an answer as a form (HTTP+MIME multipart), parted by a boundary. */
export function writeCoreForm(answer: CoreAnswer, boundary: string): string {
  const { fault, payload } = answer;
  const parts = [
    ...fieldsOf(answer),
    ["Payload", payload],
    ["ErrorCode", fault?.errorCode ?? "Success"],
    ["ErrorMessage", fault?.message ?? ""],
  ].map(
    ([name, text = ""]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
  );
  return `${parts.join("")}--${boundary}--\r\n`;
}

/** The text of an answer in SOAP; without a fault the error code is Success. */
export function writeCoreAnswer(answer: CoreAnswer): string {
  const { fault, payload } = answer;
  const fields = fieldsOf(answer).map(([name, text]) => `<${name}>${escaped(text)}</${name}>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<soapenv:Envelope xmlns:soapenv="http://www.w3.org/2003/05/soap-envelope"><soapenv:Body>',
    '<cor:COREEnvelopeRealTimeResponse xmlns:cor="http://www.caqh.org/SOAP/WSDL/CORERule2.2.0.xsd">',
    ...fields,
    `<Payload><![CDATA[${payload.replaceAll("]]>", "]]]]><![CDATA[>")}]]></Payload>`,
    `<ErrorCode>${fault?.errorCode ?? "Success"}</ErrorCode>`,
    `<ErrorMessage>${escaped(fault?.message ?? "")}</ErrorMessage>`,
    "</cor:COREEnvelopeRealTimeResponse></soapenv:Body></soapenv:Envelope>",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
