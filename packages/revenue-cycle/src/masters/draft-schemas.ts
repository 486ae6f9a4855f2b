import { z } from "zod";

/** Text that a person typed; left out is empty. */
export const typedText = (longest: number) => z.string().max(longest).default("");

/** The parts of an address as they are typed. */
export const typedAddress = {
  addressLine1: typedText(100),
  addressLine2: typedText(100),
  city: typedText(60),
  state: typedText(10),
  postalCode: typedText(20),
};

export const typedDays = { effectiveFrom: typedText(10), effectiveTo: typedText(10) };

/** Text of an answer; null is not stated. */
export const optionalText = z.string().nullable();

export const answerAddress = {
  addressLine1: optionalText,
  addressLine2: optionalText,
  city: optionalText,
  state: optionalText,
  postalCode: optionalText,
};

/** An id that a person chose among what he was shown. */
export const chosenId = z.int().positive();
