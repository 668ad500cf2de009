import type { ComponentProps, JSX } from "react";
import { useReader } from "../../access/use-reader";
import { useLazily } from "../../shared/page/use-lazily";
import type { CausesTile } from "./causes-tile";

const load = (): Promise<typeof import("./causes-tile")> => import("./causes-tile");

/** The tile of likely causes, for whoever may read them; fetched once the page stands. */
export function LikelyCauses(props: ComponentProps<typeof CausesTile>): JSX.Element | null {
  const part = useLazily(useReader()?.rights.includes("missed.read") === true, load);
  return part === null ? null : <part.CausesTile {...props} />;
}
