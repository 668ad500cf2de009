import { PASSWORD_AT_LEAST } from "../../../lib/access/password-rule";

const LONGEST = 200;
/** A shorter name is part of too many words. */
const SHORTEST_NAME = 3;
const FEWEST_DIFFERENT = 4;
/** What has to be left without the well-known parts. */
const LEAST_OF_ITS_OWN = 6;

/** The longer before the shorter, so that nothing of it is left. */
const WELL_KNOWN = [
  ..."correcthorsebatterystaple 1234567890 0987654321 abcdefghijkl qwertyuiop qwertzuiop azertyuiop asdfghjkl".split(
    " ",
  ),
  ..."administrator contactcenter contactcentre callcenter callcentre supervisor contraseña contrasena".split(" "),
  ..."motdepasse willkommen bienvenido bemvindo bienvenue wallboard changeme geheim passwort kennwort password".split(
    " ",
  ),
  ..."passw0rd p@ssw0rd p@ssword iloveyou trustno1 sunshine football princess letmein welcome 12345678 1q2w3e4r".split(
    " ",
  ),
  ..."123456 654321 111111 000000 abcdef abc123 qwerty qwertz azerty dragon monkey pickup secret admin senha 12345 1234".split(
    " ",
  ),
];

/**
 * Why somebody cannot have a password, in one sentence for him.
 * @returns null: he can
 */
export function passwordProblem(password: string, name: string): string | null {
  const plain = password.normalize("NFKC");
  const characters = Array.from(plain);
  if (characters.length < PASSWORD_AT_LEAST)
    return `A password has at least ${PASSWORD_AT_LEAST} characters; this one has ${characters.length}.`;
  if (characters.length > LONGEST) return `A password has at most ${LONGEST} characters.`;
  const folded = plain.toLowerCase();
  const ownName = name.normalize("NFKC").toLowerCase();
  if (ownName.length >= SHORTEST_NAME && folded.includes(ownName)) return "A password must not contain the name.";
  if (new Set(folded).size < FEWEST_DIFFERENT) return "A password of so few different characters is guessed at once.";
  const own = WELL_KNOWN.reduce((rest, word) => rest.replaceAll(word, ""), folded);
  return own.length < LEAST_OF_ITS_OWN ? "This password is well known and guessed at once." : null;
}
