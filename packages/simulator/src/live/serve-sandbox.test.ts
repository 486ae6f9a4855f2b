import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { profileOf } from "../parameters/profiles.ts";
import { defaultDays, defaultEnd } from "../run/simulate.ts";
import { SandboxFolders } from "./sandbox-folders.ts";
import { sandboxServer } from "./serve-sandbox.ts";
import { inquiryText } from "./testing/inquiry.ts";
import { Office } from "./testing/office.ts";

const profile = profileOf("spotless");
if (profile === undefined) throw new TypeError("a profile is missing");
const options = { seed: 11, claims: 300, end: defaultEnd, days: defaultDays, profile };
let base: string;
let folders: SandboxFolders;
let server: Server;
let address: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "headwater-sandbox-"));
  folders = await SandboxFolders.open(base, options, defaultEnd);
  server = sandboxServer({ folders, userName: "office", password: "se&cret" });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(base, { recursive: true, force: true });
});

function question(): string {
  const patient = folders.sandbox.members
    .all()
    .find(({ primary }) => primary[0]?.relationship === "18");
  const coverage = patient?.primary[0];
  if (patient === undefined || coverage === undefined) throw new Error("a member was expected");
  const { payer, memberId } = coverage;
  return inquiryText(patient, { payerId: payer.id, memberId, day: defaultEnd });
}

const fields = {
  PayloadType: "X12_270_Request_005010X279A1",
  ProcessingMode: "RealTime",
  PayloadID: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
  TimeStamp: "2026-09-30T10:20:34Z",
  SenderID: "OFFICE",
  ReceiverID: "CLEARHUB",
  CORERuleVersion: "2.2.0",
};

async function ask(changed: Partial<typeof fields> = {}, password = "se&amp;cret") {
  const told = Object.entries({ ...fields, ...changed }).map(
    ([name, text]) => `<${name}>${text}</${name}>`,
  );
  const body = `<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Header>
    <wsse:Security><wsse:UsernameToken><wsse:Username>office</wsse:Username>
    <wsse:Password Type="x#PasswordText">${password}</wsse:Password></wsse:UsernameToken>
    </wsse:Security></soap:Header><soap:Body><ns1:COREEnvelopeRealTimeRequest>${told.join("\n")}
    <Payload><![CDATA[${question()}]]></Payload></ns1:COREEnvelopeRealTimeRequest></soap:Body>
    </soap:Envelope>`;
  const response = await fetch(`${address}/core`, { method: "POST", body });
  const text = await response.text();
  return { text, code: /<ErrorCode>(\w+)</.exec(text)?.[1] };
}

describe("a CORE envelope in real time", () => {
  test("is answered by the payload that belongs to it", async () => {
    const { text, code } = await ask();
    expect(code).toBe("Success");
    expect(text).toContain("<PayloadType>X12_271_Response_005010X279A1</PayloadType>");
    expect(text).toContain(`<PayloadID>${fields.PayloadID}</PayloadID>`);
    expect(text).toMatch(/<Payload><!\[CDATA\[ISA\*.*ST\*271\*/s);
  });

  test.each([
    ["another payload", { PayloadType: "X12_999" }, undefined, "PayloadTypeIllegal"],
    ["a batch", { ProcessingMode: "Batch" }, undefined, "ProcessingModeIllegal"],
    ["another version", { CORERuleVersion: "1.0" }, undefined, "VersionMismatch"],
    ["another password", {}, "guess", "UnAuthorized"],
  ])("is refused for %s", async (_, changed, password, expected) => {
    const { text, code } = await ask(changed, password);
    expect(code).toBe(expected);
    expect(text).not.toContain("ISA*");
  });
});

test("a form (MIME multipart) is answered by a form", async () => {
  const form = new FormData();
  const told = { ...fields, UserName: "office", Password: "se&cret", Payload: question() };
  for (const [name, value] of Object.entries(told)) form.set(name, value);
  const response = await fetch(`${address}/core`, { method: "POST", body: form });
  const answer = await response.formData();
  expect(answer.get("ErrorCode")).toBe("Success");
  expect(answer.get("PayloadType")).toBe("X12_271_Response_005010X279A1");
  expect(answer.get("PayloadID")).toBe(fields.PayloadID);
  expect(String(answer.get("Payload"))).toMatch(/^ISA\*.*ST\*271\*/s);
  form.set("Password", "guess");
  const refused = await fetch(`${address}/core`, { method: "POST", body: form });
  expect((await refused.formData()).get("ErrorCode")).toBe("UnAuthorized");
});

test("the folders are served as the clock is stepped, and the same after a start anew", async () => {
  const office = new Office(options);
  const claims = [1, 2, 3].map((index) => office.bill(index, defaultEnd));
  await writeFile(join(base, "outbox", "batch-1.837"), office.send(claims, defaultEnd));
  const stepped = await fetch(`${address}/clock/step`, { method: "POST" });
  expect(await stepped.json()).toEqual({ day: "2026-10-01", files: 1 });
  const names = await readdir(join(base, "inbox"));
  expect(names.map((name) => name.split(".").at(-1))).toEqual(
    expect.arrayContaining(["277", "999", "ta1"]),
  );
  expect(await SandboxFolders.keptDay(base)).toBe("2026-10-01");
  const again = await SandboxFolders.open(base, options, "2026-10-01");
  expect(await again.isCurrent("2026-10-01")).toBe(true);
  const next = (sandbox: SandboxFolders["sandbox"]) =>
    Array.from({ length: 40 }, () => sandbox.step()).flat();
  expect(next(again.sandbox)).toEqual(next(folders.sandbox));
});
