import { createListeners } from "./listeners";

const doubts = createListeners<void>();

/**
 * Told when this browser may be somebody else by now, or nobody: a connection was refused (a browser is not told why),
 * one that was lost came back, or a board is not there. @returns leave
 */
export const onRefused = doubts.add;
export const tellRefused = doubts.tell;
