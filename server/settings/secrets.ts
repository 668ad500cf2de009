import type { ConfigPath } from "./problem";

export type Env = Readonly<Record<string, string | undefined>>;
export type SecretProblem = { readonly path: ConfigPath; readonly what: string };

const REFERENCE = /\$\{([^}]*)\}/g;
const ENV_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Puts the environment's values in place of `${NAME}` in every text of `value`.
 * @returns the filled copy, and each reference that leads nowhere; no value of the environment stands in a problem.
 */
export function fillSecrets(
  value: unknown,
  env: Env,
  path: ConfigPath = [],
): { readonly filled: unknown; readonly problems: readonly SecretProblem[] } {
  if (typeof value === "string") return fillText(value, env, path);
  if (typeof value !== "object" || value === null) return { filled: value, problems: [] };
  const steps = Array.isArray(value) ? value.map((item, index) => [index, item] as const) : Object.entries(value);
  const parts = steps.map(([step, item]) => [step, fillSecrets(item, env, [...path, step])] as const);
  const problems = parts.flatMap(([, part]) => part.problems);
  const filled = Array.isArray(value)
    ? parts.map(([, part]) => part.filled)
    : Object.fromEntries(parts.map(([step, part]) => [step, part.filled]));
  return { filled, problems };
}

function fillText(text: string, env: Env, path: ConfigPath) {
  const problems: SecretProblem[] = [];
  const filled = text.replace(REFERENCE, (reference, name: string) => {
    const value = ENV_NAME.test(name) ? env[name] : undefined;
    if (value !== undefined && value !== "") return value;
    const what = ENV_NAME.test(name)
      ? `the environment variable ${name} is not set`
      : `expected the name of an environment variable between \${ and }, got ${JSON.stringify(name)}`;
    problems.push({ path, what });
    return reference;
  });
  return { filled, problems };
}
