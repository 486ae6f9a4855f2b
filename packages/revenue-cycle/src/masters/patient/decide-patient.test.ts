import { describe, expect, it } from "vitest";
import { isMinor, yearsOn } from "../guarantor/decide-guarantor.ts";
import { type PatientDraft, patientFaultsOf, tidyPatient } from "./decide-patient.ts";

const today = "2026-06-15";
const nobody = {
  relationship: "18",
  guarantorId: null,
  lastName: "",
  firstName: "",
  addressLine1: "",
  addressLine2: "",
  city: "",
  state: "",
  postalCode: "",
  phone: "",
  email: "",
};
const lena: PatientDraft = {
  chartNumber: "A-100",
  lastName: "Ortiz",
  firstName: "Lena",
  middleName: "",
  suffix: "",
  dateOfBirth: "1980-02-03",
  gender: "F",
  dateOfDeath: "",
  addressLine1: "1 River Street",
  addressLine2: "",
  city: "Albany",
  state: "NY",
  postalCode: "12207",
  country: "",
  phone: "5185550100",
  email: "",
  isEmancipated: false,
  guarantor: nobody,
};
const child = { ...lena, dateOfBirth: "2012-01-01" };
const mother = {
  ...nobody,
  relationship: "19",
  lastName: "Ortiz",
  firstName: "Mia",
  phone: "5185550100",
};

describe("a patient", () => {
  it.each<[string, PatientDraft, string[]]>([
    ["an adult who answers for herself", lena, []],
    [
      "a telephone booking: name, birthday, sex",
      {
        ...lena,
        chartNumber: "",
        addressLine1: "",
        city: "",
        state: "",
        postalCode: "",
        phone: "",
      },
      [],
    ],
    [
      "no name",
      { ...lena, lastName: "", firstName: "" },
      ["lastName NAME_MISSING", "firstName FIRST_NAME_MISSING"],
    ],
    ["a name of digits", { ...lena, lastName: "Ort1z" }, ["lastName NAME_NOT_LETTERS"]],
    ["letters of other tongues", { ...lena, lastName: "Nguyễn-O’Brien Jr." }, []],
    [
      "a chart number with a blank",
      { ...lena, chartNumber: "A 1" },
      ["chartNumber CHART_NUMBER_INVALID"],
    ],
    ["no birthday", { ...lena, dateOfBirth: "" }, ["dateOfBirth BIRTH_MISSING"]],
    ["a day that is none", { ...lena, dateOfBirth: "1980-02-30" }, ["dateOfBirth DATE_INVALID"]],
    [
      "a birthday to come",
      { ...lena, dateOfBirth: "2026-06-16" },
      ["dateOfBirth BIRTH_IN_FUTURE", "guarantor.relationship MINOR_NEEDS_GUARANTOR"],
    ],
    [
      "a birthday of another age",
      { ...lena, dateOfBirth: "1880-02-03" },
      ["dateOfBirth BIRTH_TOO_EARLY"],
    ],
    ["no sex", { ...lena, gender: "" }, ["gender GENDER_UNKNOWN"]],
    [
      "dead before born",
      { ...lena, dateOfDeath: "1979-01-01" },
      ["dateOfDeath DEATH_BEFORE_BIRTH"],
    ],
    ["dead tomorrow", { ...lena, dateOfDeath: "2026-06-16" }, ["dateOfDeath DEATH_IN_FUTURE"]],
    [
      "half an address",
      { ...lena, city: "", postalCode: "" },
      ["city ADDRESS_INCOMPLETE", "postalCode ADDRESS_INCOMPLETE"],
    ],
    ["a state that is none", { ...lena, state: "NX" }, ["state STATE_UNKNOWN"]],
    [
      "a ZIP code of six digits",
      { ...lena, postalCode: "122071" },
      ["postalCode POSTAL_CODE_INVALID"],
    ],
    [
      "a ZIP code of another state",
      { ...lena, postalCode: "94107" },
      ["postalCode POSTAL_CODE_OF_OTHER_STATE"],
    ],
    ["Fishers Island is in New York", { ...lena, postalCode: "06390" }, []],
    ["abroad", { ...lena, country: "CA", state: "ON", postalCode: "K1A 0B1", phone: "" }, []],
    ["abroad without a town", { ...lena, country: "CA", city: "" }, ["city ADDRESS_INCOMPLETE"]],
    ["a country of three letters", { ...lena, country: "CAN" }, ["country COUNTRY_UNKNOWN"]],
    ["a short telephone number", { ...lena, phone: "5551234" }, ["phone PHONE_INVALID"]],
    ["no e-mail address", { ...lena, email: "lena" }, ["email EMAIL_INVALID"]],
    ["a minor who answers for himself", child, ["guarantor.relationship MINOR_NEEDS_GUARANTOR"]],
    ["a minor whom the law lets answer", { ...child, isEmancipated: true }, []],
    ["a minor with his mother", { ...child, guarantor: mother }, []],
    [
      "a minor with a guarantor on file",
      { ...child, guarantor: { ...nobody, relationship: "19", guarantorId: 4 } },
      [],
    ],
    [
      "a guarantor without a relationship",
      { ...child, guarantor: { ...mother, relationship: "" } },
      ["guarantor.relationship RELATIONSHIP_UNKNOWN"],
    ],
    [
      "a guarantor without a name",
      { ...child, guarantor: { ...mother, lastName: "" } },
      ["guarantor.lastName NAME_MISSING"],
    ],
    [
      "a guarantor nobody can reach",
      { ...child, guarantor: { ...mother, phone: "" } },
      ["guarantor.addressLine1 GUARANTOR_ADDRESS_MISSING"],
    ],
  ])("%s", (_, draft, expected) => {
    const found = patientFaultsOf(draft, today).map(({ field, code }) => `${field} ${code}`);
    expect(found).toEqual(expected);
  });

  it("is tidied before he is judged", () => {
    const typed = {
      ...lena,
      chartNumber: " a-100 ",
      lastName: "  Ortiz   Vega ",
      gender: "f",
      state: "ny",
      postalCode: "12207-1234",
      country: "us",
      phone: "+1 (518) 555-0100",
    };
    expect(tidyPatient(typed)).toMatchObject({
      chartNumber: "A-100",
      lastName: "Ortiz Vega",
      gender: "F",
      state: "NY",
      postalCode: "122071234",
      country: "",
      phone: "5185550100",
    });
  });
});

describe("majority", () => {
  it.each([
    ["2008-06-15", "NY", false],
    ["2008-06-16", "NY", true],
    ["2008-06-15", "AL", true],
    ["2007-06-15", "AL", false],
    ["2006-01-01", "MS", true],
    ["2008-06-15", "", false],
  ])("born %s in %s: minor %s", (dateOfBirth, state, expected) => {
    expect(isMinor({ dateOfBirth, state, isEmancipated: false, today })).toBe(expected);
  });

  it.each([
    ["2000-02-29", "2001-02-28", 0],
    ["2000-02-29", "2001-03-01", 1],
    ["2000-02-29", "2004-02-29", 4],
    ["2000-01-01", "1999-12-31", 0],
  ])("years from %s to %s: %d", (birth, day, years) => {
    expect(yearsOn(birth, day)).toBe(years);
  });
});
