/** SQLite ends a text at NUL and UTF-8 has no lone surrogates; either would make two different keys one. */
const NEEDS_QUOTING = /^"|[\0\p{Surrogate}]/u;

/** An id as it stands in a TEXT column; `fromColumn` gives back exactly the same string, whatever a source made of it. */
export const toColumn = (id: string): string => (NEEDS_QUOTING.test(id) ? JSON.stringify(id) : id);

export const fromColumn = (text: string): string => (text.startsWith('"') ? String(JSON.parse(text)) : text);
