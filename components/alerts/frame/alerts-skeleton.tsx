import type { JSX } from "react";
import { PageSkeleton, type SkeletonSays } from "../../shared/page/page-skeleton";

export const AlertsSkeleton = (props: SkeletonSays): JSX.Element => <PageSkeleton area="al" rows={4} {...props} />;
