const production = process.env.NODE_ENV === "production";

/** Production is a static export served by our own process; Next's server runs only in development. */
export default {
  output: production ? "export" : undefined,
  // `page.dev.tsx` is a page for those who work on Pickup: it is not built.
  pageExtensions: production ? ["tsx"] : ["dev.tsx", "tsx"],
  poweredByHeader: false,
  devIndicators: false,
  // Besides localhost: what the development server prints and the tests open.
  allowedDevOrigins: ["127.0.0.1"],
  images: { unoptimized: true },
  reactStrictMode: true,
  // `npm run verify` checks all types in one pass; a start from a fresh clone need not do it again.
  typescript: { ignoreBuildErrors: true },
};
