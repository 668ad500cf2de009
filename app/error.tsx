"use client";

import { type JSX, useEffect } from "react";
import { PlainMessage } from "../components/shared/page/plain-message";

const TRY_AGAIN_AFTER_MS = 15_000;

/** Nobody stands beside a television to press reload. */
export default function ErrorPage(): JSX.Element {
  useEffect(() => {
    const timer = setTimeout(() => globalThis.location.reload(), TRY_AGAIN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  // As dark as most walls: it may hang in a room.
  return (
    <div className="backed" data-theme="dark">
      <PlainMessage title="This page failed and will try again" wayBack="All boards" />
    </div>
  );
}
