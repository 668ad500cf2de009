import type { Right, Role, TokenScope } from "../../lib/access/roles";
import type { BoardId, QueueId } from "../../lib/vocabulary";

/** Who asks. Made from credentials alone, by `Access`. */
export type Principal =
  | { readonly kind: "nobody" }
  /** Whoever uses the simulator on this machine. */
  | { readonly kind: "demo" }
  | {
      readonly kind: "person";
      readonly accountId: string;
      readonly sessionId: string;
      readonly name: string;
      readonly role: Role;
      /** null: all queues. */
      readonly queueIds: readonly QueueId[] | null;
      readonly seesNumbers: boolean;
    }
  | {
      readonly kind: "display";
      readonly displayId: string;
      readonly name: string;
      /** A board's or a rotation's id. */
      readonly screenId: BoardId;
    }
  | { readonly kind: "token"; readonly tokenId: string; readonly name: string; readonly scope: TokenScope };

export const NOBODY: Principal = { kind: "nobody" };
export const DEMO: Principal = { kind: "demo" };

/** A row of the table of rights. */
export type Subject = "nobody" | "demo" | "display" | Role | `token:${TokenScope}`;

export type HeldRight = Exclude<Right, "public">;
