import { expect, test } from "vitest";
import { readTypedCode } from "./typed-code";

test("[AC61] small letters, spaces and dashes of every kind do not matter", () => {
  const code = { kind: "code", code: "K7M4PQ" };
  for (const typed of ["K7M4PQ", "k7m 4pq", " k7m-4pq ", "K7M–4PQ", "k7m\u00a04pq", "k 7 m 4 p q"])
    expect(readTypedCode(typed)).toEqual(code);
});

test("signs that no code has are told from those that are missing", () => {
  for (const typed of ["", "K7M", "K7M4PQR"]) expect(readTypedCode(typed)).toEqual({ kind: "incomplete" });
  for (const typed of ["K7M4P0", "O7M4PQ", "K7M4P!", "Ü7M4PQ"])
    expect(readTypedCode(typed)).toEqual({ kind: "unlikely" });
});
