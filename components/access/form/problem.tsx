import type { JSX } from "react";

type Props = {
  readonly id?: string;
  /** null: there is none. */
  readonly says: string | null;
};

/** What went wrong, in words, read out as it appears. */
export const Problem = ({ id, says }: Props): JSX.Element => (
  <p className="form-problem" role="alert" id={id}>
    {says === null ? null : (
      <>
        <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d="M8 1.5 15 14.500H1z" fill="currentColor" />
          <path d="M8 6v4M8 11.700v1.300" className="form-problem-cut" />
        </svg>
        <span>{says}</span>
      </>
    )}
  </p>
);
