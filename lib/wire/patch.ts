export type Fields = Readonly<Record<string, unknown>>;

/** Where a field stands: the names that lead to it; in an array, its index as text. */
export type Path = readonly string[];

/**
 * What turns one record into another: first the fields at `gone` are taken away, then `set` is merged in. Where a
 * value of `set` is a record and the receiver has a record or array there, it is merged into that, else it replaces it.
 */
export type Patch = readonly [set: Fields, gone?: readonly Path[]];

// An inherited "constructor" is no field, and "__proto__" may be one.
const owns = (fields: object, key: string): boolean => Object.prototype.hasOwnProperty.call(fields, key);

/** Sets an own field whatever its name; plain assignment to "__proto__" would change the prototype instead. */
function put(fields: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(fields, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    fields[key] = value;
  }
}

const isContainer = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const isRecord = (value: unknown): value is Fields => isContainer(value) && !Array.isArray(value);

/** Whether two values say the same as JSON (the order of fields aside). */
function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isContainer(one) || !isContainer(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => owns(other, key) && sameJson(one[key], other[key]));
}

/** Records are told field by field; so are arrays of records, by index, as long as their length stays. */
function toldByField(before: unknown, after: unknown): before is Fields {
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every(isRecord) && after.every(isRecord);
  }
  return isRecord(before) && isRecord(after);
}

/**
 * @param leaveOut fields (of the outermost record) that are told in another way.
 * @returns null: both say the same.
 */
export function diffRecords(before: Fields, after: Fields, leaveOut: ReadonlySet<string> = NOTHING): Patch | null {
  const gone: Path[] = [];
  const set = diffFields(before, after, [], gone, leaveOut);
  if (gone.length > 0) return [set === null ? {} : set, gone];
  return set === null ? null : [set];
}
const NOTHING: ReadonlySet<string> = new Set();

function diffFields(
  before: Fields,
  after: Fields,
  path: Path,
  gone: Path[],
  leaveOut: ReadonlySet<string>,
): Record<string, unknown> | null {
  let set: Record<string, unknown> | null = null;
  for (const key of Object.keys(after)) {
    const last = owns(before, key) ? before[key] : undefined;
    const next = after[key];
    if (last === next || leaveOut.has(key)) continue;
    let change: unknown = next;
    if (toldByField(last, next)) {
      change = diffFields(last, next as Fields, [...path, key], gone, NOTHING);
      if (change === null) continue;
    } else if (sameJson(last, next)) {
      continue;
    } else if (Array.isArray(last) && isRecord(next)) {
      gone.push([...path, key]); // otherwise the record would be merged into the array
    }
    if (set === null) set = {};
    put(set, key, change);
  }
  for (const key of Object.keys(before)) {
    if (!owns(after, key) && !leaveOut.has(key)) gone.push([...path, key]);
  }
  return set;
}

/** `before` with the patch applied: new where the patch names a field, the very same everywhere else. */
export function applyPatch<T extends object>(before: T, [set, gone]: Patch): T {
  let fields = before as Fields;
  for (const path of gone === undefined ? [] : gone) fields = without(fields, path, 0);
  return merged(fields, set) as T;
}

const copyOf = (fields: Fields): Record<string, unknown> =>
  Array.isArray(fields) ? (fields.slice() as unknown as Record<string, unknown>) : { ...fields };

function merged(fields: Fields, set: Fields): Fields {
  const keys = Object.keys(set);
  if (keys.length === 0) return fields;
  const copy = copyOf(fields);
  for (const key of keys) {
    const last = owns(fields, key) ? fields[key] : undefined;
    const next = set[key];
    put(copy, key, isContainer(last) && isRecord(next) ? merged(last, next) : next);
  }
  return copy;
}

function without(fields: Fields, path: Path, depth: number): Fields {
  const key = path[depth];
  if (key === undefined || !owns(fields, key)) return fields;
  const copy = copyOf(fields);
  const inner = fields[key];
  if (depth === path.length - 1) delete copy[key];
  else if (isContainer(inner)) put(copy, key, without(inner, path, depth + 1));
  return copy;
}
