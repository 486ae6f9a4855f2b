import type { APIRequestContext } from "playwright-core";

type Place = { readonly address: string; readonly practice: string };

/** Tells the practice's own part of a claim, where it works, and where its claims go. */
export async function prepareToBill(request: APIRequestContext, place: Place): Promise<void> {
  const base = `${place.address}/api/practices/${place.practice}`;
  const read = async (path: string) => (await request.get(`${base}/${path}`)).json();
  const send = async (path: string, data: object, revision?: number) => {
    const answer = await request.fetch(`${base}/${path}`, {
      method: revision === undefined ? "POST" : "PUT",
      headers: {
        "idempotency-key": crypto.randomUUID(),
        ...(revision === undefined ? {} : { "if-match": `"${revision}"` }),
      },
      data,
    });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  };
  const { rows } = await read("providers");
  const profile = await read("profile");
  await send(
    "profile",
    {
      ...{ billingProviderId: rows[0].id, submitterName: "Riverside", contactName: "Office" },
      ...{ submitterIdentifier: "RVRSD", contactPhone: "3125550142" },
    },
    profile.revision ?? 0,
  );
  await send("facilities", {
    ...{ name: "Riverside Office", placeOfService: "11", addressLine1: "400 River Street" },
    ...{ city: "Albany", state: "NY", postalCode: "122071234" },
  });
  await send("connections", {
    ...{ name: "House", folder: "house", senderId: "RVRSD" },
    ...{ receiverId: "HOUSE", receiverName: "House" },
  });
}
