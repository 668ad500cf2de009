import { isSupportedCountry } from "libphonenumber-js/max";
import * as z from "zod";
import { plainNumber } from "../../callers/rules/plain-number";
import { section, text, wholeNumber } from "./parts";

const country = z.string().superRefine((value, context) => {
  if (isSupportedCountry(value)) return;
  context.addIssue({
    code: "custom",
    message: `a country in two capital letters such as ${meant(value)}`,
    input: value,
  });
});

/** UK is GB, de is DE. */
function meant(value: string): string {
  const [region = ""] = /^[a-z]{2}$/i.test(value) ? Intl.getCanonicalLocales(`und-${value}`) : [];
  const [, canonical = ""] = region.split("-");
  return isSupportedCountry(canonical) ? canonical : "DE";
}

const number = text("a telephone number such as +49 30 12340", (value) => {
  const digits = plainNumber(value);
  return digits !== null && digits.length <= 20 && /\d\d/.test(digits);
});

/** How the numbers of callers are read. */
export const callers = section({
  country: country.optional(),
  outsideLine: text("the one to three digits that are dialled for a line outside", (value) =>
    /^\d{1,3}$/.test(value),
  ).optional(),
  extensionDigits: wholeNumber("a number of digits", 1, 8).optional(),
  shared: z.array(number).optional(),
}).superRefine((written, context) => {
  if (written.country !== undefined) return;
  for (const key of ["outsideLine", "extensionDigits"] as const) {
    if (written[key] === undefined) continue;
    const message = "country is missing: without it only numbers with a country code are read";
    context.addIssue({ code: "custom", message, path: [key], params: { sentence: true } });
  }
});
