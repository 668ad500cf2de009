/**
 * What Tailwind 4 emits, for the browsers of televisions (Chromium from 75). Lightning CSS lowers colours, logical
 * properties and media ranges by the browserslist; left to do here is what it does not know how to lower:
 * cascade layers (99), registered properties (85), `:where` (88), `translate` (104) and `var(--x,)` (84).
 */
module.exports = () => ({
  postcssPlugin: "old-tv",
  OnceExit(root, helpers) {
    const initials = new Map();
    fillEmptyFallbacks(root, initials);
    readRegisteredProperties(root, initials);
    flattenLayers(root);
    expandWhere(root);
    addTransformFallback(root, helpers);
    declareInitials(root, initials, helpers);
  },
});
module.exports.postcss = true;

/** `var(--x,)` becomes `var(--x)` with `--x` blank by default. */
function fillEmptyFallbacks(root, initials) {
  root.walkDecls((decl) => {
    decl.value = decl.value.replace(/var\((--[\w-]+),\s*\)/g, (_, name) => {
      initials.set(name, " ");
      return `var(${name})`;
    });
  });
}

/** What `@property` would have given every element, kept as plain defaults. The at-rule stays for those who know it. */
function readRegisteredProperties(root, initials) {
  root.walkAtRules("property", (rule) => {
    if (initials.get(rule.params) === " ") return void rule.remove();
    let initial = "initial";
    let syntax = "";
    rule.walkDecls((decl) => {
      if (decl.prop === "initial-value") initial = decl.value;
      if (decl.prop === "syntax") syntax = decl.value;
    });
    // A unitless zero is a length here, but not inside the calc() that uses it.
    if (initial === "0" && syntax.includes("length")) initial = "0px";
    initials.set(rule.params, initial);
  });
  // Tailwind's own fallback for the same thing, behind a @supports that old Chromiums misread.
  root.walkAtRules("layer", (rule) => {
    if (rule.params === "properties") rule.remove();
  });
}

/** Layers become source order: the declared order first, then what stands in no layer, which would win anyway. */
function flattenLayers(root) {
  const order = [];
  const blocks = new Map();
  root.each((node) => {
    if (node.type !== "atrule" || node.name !== "layer") return;
    const names = node.params.split(",").map((name) => name.trim());
    for (const name of names) if (!order.includes(name)) order.push(name);
    if (node.nodes) blocks.set(names[0], [...(blocks.get(names[0]) ?? []), ...node.nodes]);
    node.remove();
  });
  root.prepend(...order.flatMap((name) => blocks.get(name) ?? []));
  for (let found = true; found;) {
    found = false;
    root.walkAtRules("layer", (rule) => {
      found = true;
      if (rule.nodes) rule.replaceWith(rule.nodes);
      else rule.remove();
    });
  }
}

/** `a:where(.b, .c)` becomes `a.b, a.c`: more specific than it was, but understood. */
function expandWhere(root) {
  root.walkRules((rule) => {
    if (!rule.selector.includes(":where(")) return;
    rule.selectors = rule.selectors.flatMap(withoutWhere);
  });
}

function withoutWhere(selector) {
  const start = selector.indexOf(":where(");
  if (start < 0) return [selector];
  const inner = start + ":where(".length;
  let depth = 1;
  let cut = inner;
  const arms = [];
  let at = inner;
  for (; at < selector.length && depth > 0; at += 1) {
    const sign = selector[at];
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if ((sign === "," && depth === 1) || depth === 0) {
      arms.push(selector.slice(cut, at).trim());
      cut = at + 1;
    }
  }
  // An element's name can only stand at the beginning of what it is joined to.
  const before = selector.slice(0, start);
  const joined = before !== "" && !/[\s>+~(]$/.test(before);
  if (joined && arms.some((arm) => /^[a-z*]/i.test(arm))) return [selector];
  return arms.flatMap((arm) => withoutWhere(before + arm + selector.slice(at)));
}

function addTransformFallback(root, { AtRule, Declaration, Rule }) {
  root.walkDecls("translate", (decl) => {
    const transform = new Declaration({
      prop: "transform",
      value: "translate(var(--tw-translate-x),var(--tw-translate-y))",
    });
    const unknown = new AtRule({ name: "supports", params: "not (translate: 0)" });
    unknown.append(new Rule({ selector: decl.parent.selector, nodes: [transform] }));
    decl.parent.after(unknown);
  });
}

function declareInitials(root, initials, { Declaration, Rule }) {
  if (initials.size === 0) return;
  const everything = new Rule({ selector: "*,:before,:after" });
  for (const [prop, value] of initials) everything.append(new Declaration({ prop, value }));
  root.prepend(everything);
}
