import { z } from "zod";
import { settledFindingSchema } from "../../work/edit/edit-answers.ts";
import { holdSchema } from "../../work/hold/hold-answers.ts";

/** How good a registration is, and what was found about it when it was saved last. */
export const registrationSchema = z.object({
  /** 0 to 100. */
  score: z.int(),
  parts: z.array(
    z.object({
      part: z.string(),
      weight: z.int(),
      isComplete: z.boolean(),
      isNeeded: z.boolean(),
    }),
  ),
  findings: z.array(
    settledFindingSchema.extend({
      /** The form and field in which it is mended; null where no form has it. */
      place: z
        .object({ form: z.enum(["patient", "coverage", "duplicates"]), field: z.string() })
        .nullable(),
    }),
  ),
  /** Another patient on file with the same name and birthday whom nobody told apart. */
  likelySameAs: z.int().nullable(),
  hold: holdSchema.nullable(),
});
export type RegistrationAnswer = z.infer<typeof registrationSchema>;
