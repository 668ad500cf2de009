import type UPlot from "uplot";

/** uPlot asks `Intl` with this language while it is imported. A kiosk's may be `en-US@posix`, which no `Intl` accepts. */
export function guardLanguage(browser: { readonly language: string }): void {
  try {
    Intl.getCanonicalLocales(browser.language);
  } catch {
    Object.defineProperty(browser, "language", { value: "en-US", configurable: true });
  }
}

export async function loadUPlot(): Promise<typeof UPlot> {
  guardLanguage(navigator);
  return (await import("uplot")).default;
}
