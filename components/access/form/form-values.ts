import type { FormEvent } from "react";

/** What stands in a form's fields as it is sent, whoever filled them in: a person or his browser. */
export function formValues<Name extends string>(
  event: FormEvent<HTMLFormElement>,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  event.preventDefault();
  const data = new FormData(event.currentTarget);
  const values = names.map((name) => {
    const value = data.get(name);
    return [name, typeof value === "string" ? value : ""] as const;
  });
  return Object.fromEntries(values) as Record<Name, string>;
}
