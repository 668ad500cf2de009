"use client";

import type { JSX } from "react";
import { PlainMessage } from "../shared/page/plain-message";
import { useWallWords } from "../shared/speech/use-wall-words";

/** The wall while there is no board to show. */
export function WallMessage({ title }: { readonly title: string }): JSX.Element {
  return <PlainMessage title={title} wayBack={useWallWords().wall.allBoards} />;
}
