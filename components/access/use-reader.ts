import { createContext, useContext } from "react";
import type { Me } from "../../lib/access/access-types";

/** Given by the gate to the page it let somebody through to. */
export const ReaderContext = createContext<Me | null>(null);

/**
 * Whom this page is open to. Below `AccessGate` there is somebody, and he stays when his session ends, so that the
 * page stands as he left it when he is back. null: not below a gate.
 */
export const useReader = (): Me | null => useContext(ReaderContext);

/** Of whom the reader is told; a page without a board has it from here. */
export function useSiteName(): string {
  const me = useReader();
  return me !== null && "siteName" in me ? me.siteName : "Pickup";
}
