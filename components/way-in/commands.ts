/** What is typed where Pickup runs; the same in every language. */
export const CHECK = "npm run pickup -- check";

const PASSWORD = "AMI_SECRET='the password'";
export const FIRST_CHECK = `${PASSWORD} npm run pickup -- check`;
export const FIRST_START = `${PASSWORD} npm start`;

/**
 * The least that a real centre needs in `pickup.config.yaml`.
 * @param timeZone the reader's, as a first guess of the site's
 */
export const firstConfig = (timeZone: string): string =>
  [
    "site:",
    "  name: Acme Support",
    `  timeZone: ${timeZone}`,
    `hours: { mon-fri: ["08:00-18:00"] }`,
    "target:",
    "  goalPercent: 90",
    "  thresholdSeconds: 60",
    "sources:",
    "  - id: pbx",
    "    kind: asterisk-ami",
    "    host: 10.0.0.5",
    "    port: 5038",
    "    username: pickup",
    '    secret: "${AMI_SECRET}"',
    "",
  ].join("\n");
