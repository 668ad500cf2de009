import { describe, expect, it } from "vitest";
import { callerAlias } from "../vocabulary";
import { maskFor } from "./mask";

const ENDS = new Map([[callerAlias("known"), "3456"]]);
const endOf = (caller: ReturnType<typeof callerAlias>) => ENDS.get(caller) ?? null;

describe("a caller whose number is not to be seen", () => {
  it("[PV1] shows the end of his number, withheld where there is none, nothing where nobody knows it any more", () => {
    const mask = maskFor("end", endOf);
    expect(mask(callerAlias("known"))).toEqual({ kind: "number", tail: "3456" });
    expect(mask(callerAlias("erased"))).toEqual({ kind: "hidden" });
    expect(mask(null)).toEqual({ kind: "withheld" });
  });

  it("[PV1] is nobody to whoever is told nothing, whether he has a number or not", () => {
    const mask = maskFor("nothing", endOf);
    for (const caller of [callerAlias("known"), callerAlias("erased"), null]) {
      expect(mask(caller)).toEqual({ kind: "hidden" });
    }
  });
});
