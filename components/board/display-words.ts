import { createListeners } from "./listeners";

/** What the server tells a television, once over each of its connections. `forMs`: to show its name for so long. */
export type DisplayWord =
  { readonly kind: "reload" } | { readonly kind: "identify"; readonly name: string; readonly forMs: number };

const displayWords = createListeners<DisplayWord>();

/** @returns leave */
export const onDisplayWord = displayWords.add;
export const tellDisplayWord = displayWords.tell;
