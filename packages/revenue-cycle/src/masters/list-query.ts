import { z } from "zod";
import { dateSchema } from "./answer-schemas.ts";

/** `total=1` asks a list for its count and cents: a second question, slower than the page. */
export const totalQuery = { total: z.literal("1").optional() };

/** A filter text: trimmed by the query, bounded here. */
export const searchQuery = z.string().max(100).optional();

/** An id in the address or as a filter. */
export const idQuery = z.coerce.number().int().positive();

export const optionalDate = dateSchema.optional();
