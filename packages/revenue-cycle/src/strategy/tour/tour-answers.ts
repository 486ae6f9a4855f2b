import { z } from "zod";
import { centsSchema, dateSchema, instantSchema } from "../../masters/answer-schemas.ts";
import { answeredExercises, exerciseIds, lacks } from "./exercises.ts";

export const tourSchema = z.object({
  /** Null before it was begun. */
  startedAt: instantSchema.nullable(),
  exercises: z.array(
    z.object({
      id: z.enum(exerciseIds),
      isDone: z.boolean(),
      /** Of one that was tried and is not done: what it lacks. */
      lack: z.enum(lacks).nullable(),
      /** Of an exercise that is answered: what was answered last. */
      answer: z.string().nullable(),
    }),
  ),
  /** The takeback that is asked about; null where no payer took back. */
  takeback: z
    .object({
      remittanceId: z.int(),
      payer: z.string(),
      on: dateSchema,
      traceNumber: z.string(),
      cents: centsSchema,
    })
    .nullable(),
  /** Stages and processes in which denials began, as `front-end:eligibility`, by the alphabet. */
  origins: z.array(z.string()),
});
export type TourAnswer = z.infer<typeof tourSchema>;

export const tourAnswerSchema = z.strictObject({
  exercise: z.enum(answeredExercises),
  answer: z.string().trim().min(1).max(100),
});
