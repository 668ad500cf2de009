import type { QueueId } from "../../../../lib/vocabulary";
import type { BoardConfig, RotationConfig } from "../../../../lib/config";
import type { Access } from "../../../access/access";
import type { DisplayWord } from "../../../publish/access/display-sockets";
import type { SetupLink } from "../../../access/setup-link";

export type AccessParts = {
  readonly access: Access;
  readonly site: () => { readonly boards: readonly BoardConfig[]; readonly rotations: readonly RotationConfig[] };
  readonly siteName: () => string;
  /** The queues known now, from the configuration or because they were heard of. */
  readonly queues: () => readonly { readonly id: QueueId; readonly name: string }[];
  readonly setupLink: SetupLink;
  /** @returns how many screens were told: those of the display that are connected. */
  readonly toDisplay: (displayId: string, word: DisplayWord) => number;
  /** The name of the company's own way to sign in; null: there is none. */
  readonly signInWith: string | null;
  /** Everybody on this machine may do everything, and nobody needs to sign in. */
  readonly demo: boolean;
};
