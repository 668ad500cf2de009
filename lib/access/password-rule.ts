/** The fewest characters a password has, counted as people see them: code points after NFKC. */
export const PASSWORD_AT_LEAST = 12;

/** Whether a password has too few characters. What else there is against it, the server says. */
export const isTooShort = (password: string): boolean =>
  Array.from(password.normalize("NFKC")).length < PASSWORD_AT_LEAST;
