import type { JSX, ReactNode } from "react";

type Props = {
  readonly title: string;
  /** What would be here, and how to get it. */
  readonly means: string;
  readonly children?: ReactNode;
};

/** In place of a list that has nothing in it. */
export const Empty = ({ title, means, children = null }: Props): JSX.Element => (
  <div className="al-empty">
    <p className="al-empty-title">{title}</p>
    <p>{means}</p>
    {children === null ? null : <p>{children}</p>}
  </div>
);
