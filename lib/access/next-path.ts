/** Longer addresses are none of ours. */
const LONGEST = 2_000;
/** Stands for this server; only whether an address leaves it is asked. */
const HERE = "http://here.invalid";
/** Pages that one comes from, never goes back to. */
const DOORS = new Set(["/sign-in", "/setup"]);
/** What browsers leave out or turn round before they read an address. */
// oxlint-disable-next-line no-control-regex
const TRICKS = /[\u0000-\u0020\u007f\\]/;

/**
 * Where to go after signing in: a path of this server, whatever an address asked for.
 * @param asked as it stands after `next=`, decoded; null: nothing is asked for
 */
export function nextPath(asked: string | null): string {
  if (asked === null || asked.length > LONGEST || !asked.startsWith("/") || TRICKS.test(asked)) return "/";
  const path = pathHere(asked);
  // Read once more: `/.//elsewhere` becomes `//elsewhere`, which is another server.
  if (path === null || path.startsWith("//") || pathHere(path) !== path) return "/";
  const page = path.split(/[?#]/)[0]?.replace(/\/+$/, "");
  return page === undefined || DOORS.has(page) || page.startsWith("/api/") ? "/" : path;
}

function pathHere(asked: string): string | null {
  try {
    const { origin, pathname, search, hash } = new URL(asked, HERE);
    return origin === HERE ? `${pathname}${search}${hash}` : null;
  } catch {
    return null;
  }
}
