import { expect, test } from "vitest";
import { createReloadNotes } from "./reload-notes";

const refuse = (): never => {
  throw new Error("the operation is insecure");
};

/** A browser's tab: what it keeps outlasts a reload, which makes the notes anew. */
function openTab(keeps: "all" | "what was there" | "nothing") {
  const kept = new Map<string, string>();
  const tab = { name: "" };
  const storage = () => {
    if (keeps === "nothing") return refuse();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => (keeps === "all" ? void kept.set(key, text) : refuse()),
      removeItem: (key: string) => void kept.delete(key),
    };
  };
  const places = { storage, tab: () => tab };
  return { tab, kept, loadPage: () => createReloadNotes(places) };
}

test.each(["all", "what was there", "nothing"] as const)(
  "where the browser stores %s, a page reloads once for a build, and again for the next",
  (keeps) => {
    const { loadPage } = openTab(keeps);
    const reloads: string[] = [];
    for (const build of ["b2", "b2", "b2", "b3", "b3"]) {
      const notes = loadPage();
      if (notes.read("reloaded-for") === build) continue;
      notes.keep("reloaded-for", build);
      reloads.push(build);
    }
    expect(reloads).toEqual(["b2", "b3"]);
    const notes = loadPage();
    notes.keep("in-silence", "yes");
    expect(loadPage().read("in-silence")).toBe("yes");
    notes.drop("in-silence");
    expect(loadPage().read("in-silence")).toBeNull();
    expect(loadPage().read("reloaded-for")).toBe("b3");
  },
);

test("a tab that can store keeps its name, and a name that is not ours says nothing", () => {
  const { tab, kept, loadPage } = openTab("all");
  tab.name = "kiosk";
  loadPage().keep("a", "1");
  loadPage().drop("b");
  expect(tab.name).toBe("kiosk");
  expect([...kept]).toEqual([["a", "1"]]);
  tab.name = "pickup-notes:{broken";
  expect(loadPage().read("b")).toBeNull();
});
