/** Production is a static export served by our own process; Next's server runs only in development. */
export default {
  output: process.env.NODE_ENV === "production" ? "export" : undefined,
  poweredByHeader: false,
  images: { unoptimized: true },
  reactStrictMode: true,
  // `npm run verify` checks all types in one pass; a start from a fresh clone need not do it again.
  typescript: { ignoreBuildErrors: true },
};
