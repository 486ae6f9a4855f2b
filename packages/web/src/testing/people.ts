import { createHmac } from "node:crypto";
import type { APIRequestContext, Page } from "playwright-core";

export type Person = { readonly email: string; readonly password: string };

/** Adds somebody who signs in with a password, as the local owner does. */
export async function addPerson(
  request: APIRequestContext,
  practice: { readonly address: string; readonly id: string },
  person: Person & { readonly name: string; readonly roles: readonly string[] },
): Promise<void> {
  const answer = await request.post(`${practice.address}/api/practices/${practice.id}/users`, {
    headers: { "idempotency-key": crypto.randomUUID() },
    data: person,
  });
  if (!answer.ok()) throw new Error(`no user was added: ${answer.status()} ${await answer.text()}`);
}

/** Fills in the form of the sign-in page and sends it. */
export async function sendSignIn(page: Page, person: Person, code?: string): Promise<void> {
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel(/^Password/).fill(person.password);
  if (code !== undefined) await page.getByLabel("Code from your authenticator").fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const stepSeconds = 30;

/** What an authenticator shows for a base32 secret at an instant (RFC 6238). */
export function codeOf(secret: string, atMs: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / 1000 / stepSeconds)));
  const digest = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

function fromBase32(text: string): Buffer {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...text.replace(/=+$/, "")]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
