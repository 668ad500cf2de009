import { createContext } from "react";

/** Whether a cell stands in the row that Tab leads to: what can be pressed in the others is passed by. */
export const ActiveRow = createContext(true);
