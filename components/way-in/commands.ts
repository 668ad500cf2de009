/** What is typed where Pickup runs; the same in every language. */
export const CHECK = "npm run pickup -- check";

const withPassword = (command: string): string => `AMI_SECRET='the password' \\\n  ${command}`;
export const FIRST_CHECK = withPassword(CHECK);
export const FIRST_START = withPassword("npm start");

/**
 * The least that a real centre needs in `pickup.config.yaml`.
 * @param timeZone the reader's, as a first guess of the site's
 */
export const firstConfig = (timeZone: string): string =>
  [
    "site:",
    "  name: Acme Support",
    `  timeZone: ${timeZone}`,
    "hours:",
    `  mon-fri: ["08:00-18:00"]`,
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
