import type { QueueId } from "../../../../lib/vocabulary";
import type { BoardConfig, RotationConfig } from "../../../../lib/config";
import type { Access } from "../../../access/access";
import type { SetupLink } from "./own/setup-link";

/** What a display can be told, besides its board. */
export type DisplayOrder =
  | { readonly kind: "reload" }
  /** It shows its name, large. */
  | { readonly kind: "identify"; readonly name: string; readonly forMs: number };

export type AccessParts = {
  readonly access: Access;
  readonly site: () => { readonly boards: readonly BoardConfig[]; readonly rotations: readonly RotationConfig[] };
  /** The queues known now, from the configuration or because they were heard of. */
  readonly queues: () => readonly { readonly id: QueueId; readonly name: string }[];
  readonly setupLink: SetupLink;
  /** @returns how many screens were told: those of the display that are connected. */
  readonly toDisplay: (displayId: string, order: DisplayOrder) => number;
  /** The name of the company's own way to sign in; null: there is none. */
  readonly signInWith: string | null;
  /** Everybody on this machine may do everything, and nobody needs to sign in. */
  readonly demo: boolean;
};
