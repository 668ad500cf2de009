import type { Command } from "./command";

/** Loaded when asked for: `pickup check` need not wait for what only `serve` uses. */
type CommandLoader = { readonly name: string; readonly load: () => Promise<Command> };

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly CommandLoader[] = [
  { name: "serve", load: async () => (await import("./serve")).serveCommand },
  { name: "check", load: async () => (await import("./check")).checkCommand },
  { name: "record", load: async () => (await import("./record")).recordCommand },
  { name: "replay", load: async () => (await import("./replay")).replayCommand },
  { name: "privacy", load: async () => (await import("./privacy")).privacyCommand },
  { name: "user", load: async () => (await import("./user")).userCommand },
  { name: "token", load: async () => (await import("./token")).tokenCommand },
];
