import { expect, type Page } from "@playwright/test";

/** All that a page complained of, from now on. */
export type PageWatch = {
  /** Fails when anything was said but what `expected` names. */
  readonly expectQuiet: (expected?: RegExp) => void;
};

/** A browser itself reports each failed connection: nothing to hold against the page while the server is away. */
export const CONNECTION_REFUSED = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket connection to .* failed/;

/** Console errors and warnings, uncaught exceptions, violations of the Content Security Policy, failed requests. */
export function watchPage(page: Page): PageWatch {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  return {
    expectQuiet: (expected) => {
      const unexpected = complaints.filter((text) => !expected?.test(text));
      expect(unexpected, "what the page complained of").toEqual([]);
    },
  };
}
