type Named = {
  readonly lastName: string;
  readonly firstName: string | null;
  readonly middleName?: string | null;
  readonly suffix?: string | null;
};

/** The name by which a patient is listed: `Ortiz, Lena M Jr`. */
export function patientName({ lastName, firstName, middleName, suffix }: Named): string {
  const given = [firstName, middleName, suffix].filter(Boolean).join(" ");
  return given === "" ? lastName : `${lastName}, ${given}`;
}

/** Ten digits as people write them; anything else as it is. */
export function phoneText(phone: string | null): string | null {
  const match = /^(\d{3})(\d{3})(\d{4})$/.exec(phone ?? "");
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : phone;
}

/** Five digits, or nine with a hyphen. */
export function zipText(postalCode: string | null): string | null {
  return postalCode?.replace(/^(\d{5})(\d{4})$/, "$1-$2") ?? null;
}
