import { useEffect, useState } from "react";
import { setupToken } from "./setup-token";

/**
 * Takes the secret out of the address before anybody can read it there, copy it or come back to it, and keeps it for as
 * long as this page is open. undefined: not looked at yet; null: there is none.
 */
export function useSetupToken(): string | null | undefined {
  const [token, setToken] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    const take = (): void => {
      const { hash, pathname } = globalThis.location;
      const found = setupToken(hash);
      setToken((before) => found ?? before ?? null);
      if (hash !== "") globalThis.history.replaceState(globalThis.history.state, "", pathname);
    };
    take();
    // The link may be opened once more in the page that is already there.
    globalThis.addEventListener("hashchange", take);
    return () => globalThis.removeEventListener("hashchange", take);
  }, []);
  return token;
}
