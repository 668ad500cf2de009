import type { JSX } from "react";
import { PageSkeleton, type SkeletonSays } from "../../shared/page/page-skeleton";

export const MissedSkeleton = (props: SkeletonSays): JSX.Element => <PageSkeleton area="mi" rows={5} {...props} />;
