import { z } from "zod";
import type { ProblemTable } from "./problem.ts";
import type { Route } from "./route.ts";

type Json = { [key: string]: unknown };

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code", "detail", "requestId"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    detail: { type: "string" },
    requestId: { type: "string" },
    fields: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "code", "message"],
        properties: {
          field: { type: "string" },
          code: { type: "string" },
          message: { type: "string" },
        },
      },
    },
  },
};

/**
 * The OpenAPI 3.1 document of the routes, straight from their declarations: no server, no database.
 * Equal declarations give equal text.
 */
export function openApiDocument(
  routes: readonly Route[],
  about: { readonly version: string; readonly problems: ProblemTable },
): Json {
  const schemas: Json = { Problem: problemSchema };
  const paths: Record<string, Json> = {};
  for (const route of [...routes].sort(byAddress)) {
    const path = route.url.replace(/:([A-Za-z]+)/g, "{$1}");
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = operation(route, schemas);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Headwater",
      version: about.version,
      description: `Errors are \`application/problem+json\` with one of these codes: ${Object.keys(about.problems).sort().join(", ")}.`,
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "headwater_session" },
        apiToken: { type: "http", scheme: "bearer" },
      },
    },
  };
}

function byAddress(left: Route, right: Route): number {
  const [a, b] = [`${left.url} ${left.method}`, `${right.url} ${right.method}`];
  return a < b ? -1 : a > b ? 1 : 0;
}

function operation(route: Route, schemas: Json): Json {
  const { access } = route;
  const body = requestBody(route, schemas);
  return {
    summary: route.summary,
    tags: [tagOf(route)],
    ...("permission" in access ? { "x-permission": access.permission } : {}),
    security: access.kind === "public" ? [] : [{ session: [] }, { apiToken: [] }],
    parameters: [
      ...parameters(route.schema.params, "path", schemas),
      ...parameters(route.schema.query, "query", schemas),
      ...(route.idempotent ? [headerParameter("idempotency-key")] : []),
      ...(route.method === "PATCH" ? [headerParameter("if-match")] : []),
    ],
    ...(body ? { requestBody: body } : {}),
    responses: {
      [route.status]: { description: "Success", content: answerContent(route, schemas) },
      default: {
        description: "Refused or failed",
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    },
  };
}

function tagOf(route: Route): string {
  const parts = route.url.split("/").filter((part) => part !== "" && !part.startsWith(":"));
  return parts[1] === "practices" ? (parts[2] ?? "practices") : (parts[1] ?? "platform");
}

const headerParameter = (name: string): Json => ({
  name,
  in: "header",
  required: false,
  schema: { type: "string" },
});

function parameters(schema: z.ZodObject, place: "path" | "query", schemas: Json): Json[] {
  const { properties = {}, required = [] } = jsonSchema(schema, "input", schemas) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
}

function requestBody(route: Route, schemas: Json): Json | undefined {
  const { body } = route.schema;
  if (body === undefined) return undefined;
  const content =
    body === "stream"
      ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
      : { "application/json": { schema: jsonSchema(body, "input", schemas) } };
  return { required: true, content };
}

function answerContent(route: Route, schemas: Json): Json {
  const { response } = route.schema;
  return response === "download"
    ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
    : { "application/json": { schema: jsonSchema(response, "output", schemas) } };
}

/** A schema as JSON Schema; what carries an id of its own moves to the components. */
function jsonSchema(schema: z.ZodType, io: "input" | "output", schemas: Json): Json {
  const { $schema, $defs, ...own } = z.toJSONSchema(schema, { io }) as Json;
  void $schema;
  for (const [name, definition] of Object.entries(($defs as Json | undefined) ?? {})) {
    schemas[name] = pointAtComponents(definition);
  }
  return pointAtComponents(own) as Json;
}

function pointAtComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointAtComponents);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      key === "$ref" && typeof item === "string"
        ? [key, item.replace("#/$defs/", "#/components/schemas/")]
        : [key, pointAtComponents(item)],
    ),
  );
}
