import type { Caller } from "../../../../lib/events";
import type { Random } from "../random";

/** Numbers nobody has: ranges set aside for fiction, and +351 555, which is not assigned. */
const FICTIONAL_RANGES: readonly { readonly prefix: string; readonly digits: number }[] = [
  { prefix: "+493023125", digits: 3 },
  { prefix: "+494066969", digits: 3 },
  { prefix: "+498999998", digits: 3 },
  { prefix: "+496990009", digits: 3 },
  { prefix: "+442079460", digits: 3 },
  { prefix: "+447700900", digits: 3 },
  { prefix: "+35320911", digits: 4 },
  { prefix: "+33199001", digits: 4 },
  { prefix: "+33639981", digits: 4 },
  { prefix: "+35155501", digits: 4 },
  { prefix: "+121255501", digits: 2 },
  { prefix: "+141555501", digits: 2 },
];

const FIRST_NAMES: readonly string[] = [
  ..."Zoë André Björk Łukasz María Søren Jürgen Renée Tomáš İpek Noé Åsa Chloë João Nadège Ömer Siân Ève".split(" "),
  ..."Anna Peter Fatima Hugo Olga Samuel Priya Kofi Yuki Marta Liam Nina Omar Greta Ivan Clara David Leila".split(" "),
];
const LAST_NAMES: readonly string[] = [
  ..."Müller Gonçalves Lefèvre Novák Żak Östberg Núñez Çelik Bræk Mårtensson Šimić Groß Peña D’Amico O’Neill".split(
    " ",
  ),
  ..."Rossi Schmidt Silva Kowalska Janssen Ahmed Okoye Patel Tanaka Meyer Costa Dubois Weber Costello Moreau".split(
    " ",
  ),
];

const WITHHELD = 0.06;
const NAMED = 0.6;

/** Somebody who calls for the first time today. */
export function drawCaller(random: Random): Caller {
  if (random.chance(WITHHELD)) return { number: null, name: null };
  const range = random.pick(FICTIONAL_RANGES);
  const digits = Math.floor(random.unit() * 10 ** range.digits);
  return {
    number: `${range.prefix}${String(digits).padStart(range.digits, "0")}`,
    name: random.chance(NAMED) ? `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}` : null,
  };
}
