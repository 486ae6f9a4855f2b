import { z } from "zod";
import { dateSchema } from "../answer-schemas.ts";

const text = (longest: number) => z.string().max(longest).default("");

/** A provider as he is sent to be added or changed; what is not stated is empty. */
export const providerDraftSchema = z.object({
  npi: z.string().max(20),
  isOrganization: z.boolean(),
  lastName: text(100),
  firstName: text(60),
  middleName: text(60),
  credential: text(30),
  taxonomy: text(20),
  isBilling: z.boolean().default(false),
  isRendering: z.boolean().default(false),
  isSupervising: z.boolean().default(false),
  taxId: text(20),
  addressLine1: text(100),
  addressLine2: text(100),
  city: text(60),
  state: text(10),
  postalCode: text(20),
  phone: text(30),
  effectiveFrom: text(10),
  effectiveTo: text(10),
});

const optional = z.string().nullable();

export const providerSchema = z.object({
  id: z.int(),
  npi: z.string(),
  /** As listed: last name and first name, or the name of an organization. */
  name: optional,
  isOrganization: z.boolean(),
  lastName: optional,
  firstName: optional,
  middleName: optional,
  credential: optional,
  taxonomy: optional,
  isBilling: z.boolean(),
  isRendering: z.boolean(),
  isSupervising: z.boolean(),
  taxId: optional,
  addressLine1: optional,
  addressLine2: optional,
  city: optional,
  state: optional,
  postalCode: optional,
  phone: optional,
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
  revision: z.int(),
});
export type ProviderAnswer = z.infer<typeof providerSchema>;

export const providerRoles = ["billing", "rendering", "supervising"] as const;
export type ProviderRole = (typeof providerRoles)[number];
