/** What an answer of the server says that is not wanted: its status and problem code. */
export type Refused = { readonly status: number; readonly code: string };

/** What the product says of a refusal: the fields are places of the form, never what stands in them. */
type Problem = {
  readonly code?: unknown;
  readonly fields?: readonly { readonly field: string }[];
};

/**
 * A person's program at the public HTTP API of one practice: every call is timed under its route, a refusal
 * is counted under its code and is no fault of the driver.
 */
export class OfficeClient {
  readonly times = new Map<string, number[]>();
  readonly refusals = new Map<string, number>();
  readonly #address: string;
  readonly #cookie: string;
  #base = "/api";

  private constructor(address: string, cookie: string) {
    this.#address = address;
    this.#cookie = cookie;
  }

  /** Signs in as the local owner by the address that the program printed. */
  static async signIn(entry: string): Promise<OfficeClient> {
    const url = new URL(entry);
    const answer = await fetch(`${url.origin}/api/session/local-token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: url.searchParams.get("token") ?? "" }),
    });
    const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
    if (!answer.ok || cookie === "") throw new Error(`no session: ${answer.status}`);
    return new OfficeClient(url.origin, cookie);
  }

  /** What is asked from now on is of this practice. */
  enter(practice: string): void {
    this.#base = `/api/practices/${practice}`;
  }

  get<Answer extends object>(path: string): Promise<Answer | Refused> {
    return this.#call("GET", path, {});
  }

  post<Answer extends object>(path: string, body?: object): Promise<Answer | Refused> {
    return this.#call("POST", path, { body });
  }

  put<Answer extends object>(
    path: string,
    body: object,
    revision?: number,
  ): Promise<Answer | Refused> {
    return this.#call("PUT", path, { body, revision });
  }

  /** Rows of a list; none where it is refused. */
  async rows<Row>(path: string): Promise<readonly Row[]> {
    const answer = await this.get<{ rows: Row[] }>(path);
    return isRefused(answer) ? [] : answer.rows;
  }

  /** Every row of a list, page by page. */
  async allRows<Row>(path: string): Promise<Row[]> {
    const found: Row[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const page: string = after === "" ? "" : `&after=${encodeURIComponent(after)}`;
      const answer: { rows: Row[]; next?: string | null } | Refused = await this.get(path + page);
      if (isRefused(answer)) return found;
      found.push(...answer.rows);
      after = answer.next ?? null;
    }
    return found;
  }

  get requests(): number {
    return [...this.times.values()].reduce((sum, { length }) => sum + length, 0);
  }

  async #call<Answer extends object>(
    method: "GET" | "POST" | "PUT",
    path: string,
    {
      body,
      revision,
    }: { readonly body?: object | undefined; readonly revision?: number | undefined },
  ): Promise<Answer | Refused> {
    const headers: Record<string, string> = { cookie: this.#cookie };
    if (body !== undefined) headers["content-type"] = "application/json";
    if (method === "POST") headers["idempotency-key"] = crypto.randomUUID();
    if (revision !== undefined) headers["if-match"] = `"${revision}"`;
    const from = performance.now();
    const answer = await fetch(`${this.#address}${this.#base}${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const told: unknown = await answer.json().catch(() => ({}));
    const route = `${method} ${routeOf(path)}`;
    const times = this.times.get(route) ?? [];
    times.push(performance.now() - from);
    this.times.set(route, times);
    if (answer.ok) return told as Answer;
    const { code: named, fields = [] } = told as Problem;
    const code = String(named ?? answer.status);
    const places = [...new Set(fields.map(({ field }) => field))].sort().join(", ");
    const refusal = places === "" ? `${route} ${code}` : `${route} ${code}: ${places}`;
    this.refusals.set(refusal, (this.refusals.get(refusal) ?? 0) + 1);
    if (answer.status >= 500 && answer.status !== 503) {
      throw new Error(`${route} answered ${answer.status}`);
    }
    return { status: answer.status, code };
  }
}

/** Whether an answer is a refusal. */
export function isRefused(answer: object): answer is Refused {
  return "status" in answer && "code" in answer && typeof answer.status === "number";
}

/** A path without its query, ids as `:id`. */
function routeOf(path: string): string {
  const [place = ""] = path.split("?");
  return place.replace(/\/\d+(?=\/|$)/g, "/:id").replace(/\/[0-9a-f-]{36}(?=\/|$)/g, "/:id");
}
