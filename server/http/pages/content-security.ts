import { createHash } from "node:crypto";

/** A page's policy, to be completed with the host it was asked from. */
export type PagePolicy = (host: string | undefined) => string;

/**
 * The strictest policy the page runs under: its own files, and of what stands inline exactly what was built, by hash.
 * Scripts set styles through the DOM, which needs no permission; only `<style>` and `style=` in the HTML do.
 * @param frameAncestors whose pages may show it within theirs, besides our own
 */
export function pagePolicy(html: string, frameAncestors: readonly string[] = []): PagePolicy {
  const scripts = inlineElements(html, "script").map(hashSource);
  const styles = inlineElements(html, "style").map(hashSource);
  const attributes = styleAttributes(html).map(hashSource);
  const styleSources = attributes.length === 0 ? styles : [...styles, "'unsafe-hashes'", ...attributes];
  const before = ["default-src 'self'", directive("script-src", scripts), directive("style-src", styleSources)];
  const after = [
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    directive("frame-ancestors", frameAncestors),
  ];
  return (host) => [...before, `connect-src 'self'${ownSockets(host)}`, ...after].join("; ");
}

const directive = (name: string, sources: readonly string[]): string => [name, "'self'", ...new Set(sources)].join(" ");

/** `'self'` covers WebSockets only in browsers since 2022; older ones need the host by name. */
function ownSockets(host: string | undefined): string {
  const plain = host !== undefined && /^[\w.-]{1,253}(:\d{1,5})?$|^\[[\da-f:.]{2,45}\](:\d{1,5})?$/i.test(host);
  return plain ? ` ws://${host} wss://${host}` : "";
}

/** What stands between the tags, as a browser sees it; elements with a `src` are files, not inline. */
function inlineElements(html: string, name: "script" | "style"): string[] {
  const pattern = new RegExp(`<${name}((?:\\s[^>]*)?)>([\\s\\S]*?)</${name}\\s*>`, "gi");
  const inline: string[] = [];
  for (const [, attributes = "", text = ""] of html.matchAll(pattern)) {
    if (!/\ssrc\s*=/i.test(attributes)) inline.push(text.replace(/\r\n?/g, "\n"));
  }
  return inline;
}

function styleAttributes(html: string): string[] {
  const tagsOnly = html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2\s*>/gi, "$1");
  const found: string[] = [];
  for (const [tag] of tagsOnly.matchAll(/<[a-z][^>]*>/gi)) {
    const value = /\sstyle="([^"]*)"/i.exec(tag)?.[1];
    if (value !== undefined) found.push(decodeEntities(value));
  }
  return found;
}

const ENTITIES = new Map([
  ["&quot;", '"'],
  ["&#x27;", "'"],
  ["&#39;", "'"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&amp;", "&"],
]);
const decodeEntities = (text: string): string => text.replace(/&[#\w]+;/g, (entity) => ENTITIES.get(entity) ?? entity);

const hashSource = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
