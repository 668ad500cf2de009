import { describe, expect, it } from "vitest";
import { setupToken } from "./setup-token";

const TOKEN = "Zk3-_0aB9xQe7LrT5uVwYi1oPqSdFgHjKlMnCbXzA24";

describe("the secret part of the link that makes the first administrator", () => {
  it("is what stands behind the sign", () => {
    expect(setupToken(`#${TOKEN}`)).toBe(TOKEN);
  });

  it.each(["", "#", "#short", "#main content", `#${TOKEN}?next=/`, "#%3Cscript%3E12345", `#${"a".repeat(201)}`])(
    "is not there: %j",
    (fragment) => {
      expect(setupToken(fragment)).toBeNull();
    },
  );
});
