import { apiDocument } from "./openapi.ts";

/** The TypeScript types of the API, as `api.gen.ts` holds them. */
export async function apiTypes(): Promise<string> {
  const { astToString, default: openapiTypes } = await import("openapi-typescript");
  const document = JSON.parse(JSON.stringify(apiDocument()));
  const text = astToString(await openapiTypes(document, { alphabetize: true }));
  return `// Made by generate-api-types.ts from the declarations of the routes. Do not edit.\n\n${text}`;
}
