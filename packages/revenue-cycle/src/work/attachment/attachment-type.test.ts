import { expect, test } from "vitest";
import { type AttachmentType, attachmentName, detectAttachmentType } from "./attachment-type.ts";

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

test.each<[string, Uint8Array, string, AttachmentType | undefined]>([
  ["a PDF", bytes("%PDF-1.7\n"), "card.pdf", "pdf"],
  ["a PDF behind a line of its writer", bytes("\n\n%PDF-1.4"), "card.pdf", "pdf"],
  ["a PDF under another name", bytes("%PDF-1.7\n"), "card.exe", "pdf"],
  ["a photograph", bytes("\xff\xd8\xff\xe0\0\x10JFIF"), "card.jpg", "jpeg"],
  ["a screenshot", bytes("\x89PNG\r\n\x1a\n"), "card.png", "png"],
  ["a scan, little-endian", bytes("II*\0"), "card.tif", "tiff"],
  ["a scan, big-endian", bytes("MM\0*"), "card.tiff", "tiff"],
  ["plain text", bytes("Seen on Friday.\r\n\tReferred."), "letter.TXT", "text"],
  ["text of another alphabet", new TextEncoder().encode("Überweisung"), "letter.txt", "text"],
  ["a character cut at the end", new TextEncoder().encode("é").slice(0, 1), "letter.txt", "text"],
  ["text under no name of text", bytes("Seen on Friday."), "letter.html", undefined],
  ["a program named as text", bytes("MZ\x90\0\x03"), "letter.txt", undefined],
  ["a page that names itself a picture", bytes("<html>"), "card.png", undefined],
  ["half of a mark", bytes("%PD"), "card.pdf", undefined],
  ["nothing", bytes(""), "card.pdf", undefined],
])("%s", (_case, head, name, type) => {
  expect(detectAttachmentType(head, name)).toBe(type);
});

test.each<[string, AttachmentType, string]>([
  ["card.pdf", "pdf", "card.pdf"],
  ["Card Front.JPG", "jpeg", "Card Front.JPG"],
  ["../../etc/card.pdf", "pdf", "card.pdf"],
  ["C:\\scans\\card.pdf", "pdf", "card.pdf"],
  ["card.exe", "pdf", "card.exe.pdf"],
  ["gpj.\u202efdp", "pdf", "gpj.fdp.pdf"],
  ["a\u0000b.txt", "text", "ab.txt"],
  ["", "png", "attachment.png"],
  [".pdf", "pdf", "attachment.pdf"],
  ["letter", "text", "letter.txt"],
  [`${"x".repeat(300)}.tiff`, "tiff", `${"x".repeat(195)}.tiff`],
])("%j of %s is listed as %j", (sent, type, listed) => {
  expect(attachmentName(sent, type)).toBe(listed);
});
