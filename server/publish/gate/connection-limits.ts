import type { Principal } from "../../access/principal";
import { boardsOfScreen } from "../../access/sight";
import type { BoardConfig, RotationConfig } from "../../../lib/config";
import { assertNever } from "../../../lib/vocabulary";

export type Limits = { readonly perAddress: number; readonly total: number };

/** Room for a thousand screens behind one proxy, and an end to a flood. */
export const DEFAULT_LIMITS: Limits = { perAddress: 2_500, total: 5_000 };

/** A socket a board, and again while the old ones have not been noticed to be gone. */
const MOST_A_BOARD_OF_A_DISPLAY = 4;
const MOST_OF_A_PERSON = 50;
const MOST_OF_A_TOKEN = 2_000;

/** Whose sockets are counted together, and how many they may be; null: by address and in total only. */
export function shareOf(
  principal: Principal,
  site: { readonly boards: readonly BoardConfig[]; readonly rotations: readonly RotationConfig[] },
): { readonly of: string; readonly most: number } | null {
  switch (principal.kind) {
    case "nobody":
    case "demo":
      return null;
    case "person":
      return { of: `person ${principal.accountId}`, most: MOST_OF_A_PERSON };
    case "display": {
      const boards = Math.max(1, boardsOfScreen(principal.screenId, site).length);
      return { of: `display ${principal.displayId}`, most: MOST_A_BOARD_OF_A_DISPLAY * boards };
    }
    case "token":
      return { of: `token ${principal.tokenId}`, most: MOST_OF_A_TOKEN };
    default:
      return assertNever(principal);
  }
}
