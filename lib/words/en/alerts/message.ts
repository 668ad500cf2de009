import type { Widen } from "../../widen";

export type MessageWords = Widen<typeof message>;

/** What only messages say. */
export const message = {
  test: { title: "Test message", says: "This is how alerts will arrive here." },
};
