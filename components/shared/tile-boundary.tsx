import { Component, type JSX, type ReactNode } from "react";
import { useWords } from "./use-words";

const TRY_AGAIN_AFTER_MS = 10_000;

type Props = { readonly children: ReactNode };
type State = { readonly failed: boolean };

/** A tile that cannot be drawn does not take the wall with it, and tries again by itself. */
export class TileBoundary extends Component<Props, State> {
  override state: State = { failed: false };
  private retry: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.retry = setTimeout(() => this.setState({ failed: false }), TRY_AGAIN_AFTER_MS);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.retry);
  }

  override render(): ReactNode {
    return this.state.failed ? <TileFailed /> : this.props.children;
  }
}

function TileFailed(): JSX.Element {
  return <p className="tile-failed">{useWords().shared.cannotBeShown}</p>;
}
