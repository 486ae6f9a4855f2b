/** What a file without any interchange seems to be instead. */
export type ForeignFormat =
  | "zip"
  | "gzip"
  | "pdf"
  | "html"
  | "xml"
  | "utf16"
  | "office"
  | "edifact"
  | "binary";

/** Bytes from the start of a file that decide about a foreign format. */
export const formatSampleBytes = 512;

/** Recognises by its first bytes a file that cannot hold X12; undefined when X12 is possible. */
export function foreignFormat(head: string): ForeignFormat | undefined {
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) return "zip";
  if (head.startsWith("\u001f\u008b")) return "gzip";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return "office";
  if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")) return "utf16";
  if (isWideInterchange(head)) return "utf16";
  const text = head.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  if (text.startsWith("%PDF-")) return "pdf";
  if (/^<(!doctype\s+html|html|head|body)/i.test(text)) return "html";
  if (/^<\?xml/i.test(text)) return "xml";
  if (/^(UNA.{6}\s*UN[BOH]|UNB\+)/.test(text)) return "edifact";
  if (isBinary(head)) return "binary";
  return undefined;
}

/** UTF-16 without a byte order mark: every other byte of "ISA" is zero. */
function isWideInterchange(head: string): boolean {
  const start = head.slice(0, 8);
  return start.includes("\0") && /^isa/i.test(start.split("\0").join(""));
}

/** Control characters that no text file carries; separators such as 0x1C to 0x1F stay allowed. */
function isBinary(head: string): boolean {
  if (/^[\s\S]{0,64}ISA/.test(head)) return false;
  let controls = 0;
  for (let at = 0; at < head.length; at += 1) {
    const code = head.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 26)) controls += 1;
  }
  return controls > head.length / 50;
}
