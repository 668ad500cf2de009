import type { ChannelKind } from "../../../../lib/alerts/alert-api";

export const CHANNEL_KINDS: readonly ChannelKind[] = ["slack", "teams", "email", "webhook"];

const SLACK = `alerts:
  channels:
    - id: leads
      kind: slack
      url: "\${SLACK_URL}"`;
const TEAMS = `alerts:
  channels:
    - id: office
      kind: teams
      url: "\${TEAMS_URL}"`;
const EMAIL = `alerts:
  channels:
    - id: mail
      kind: email
      from: pickup@example.com
      to: [leads@example.com]
      host: smtp.example.com
      username: pickup
      password: "\${SMTP_PASSWORD}"`;
const WEBHOOK = `alerts:
  channels:
    - id: hook
      kind: webhook
      url: https://example.com/alerts
      secret: "\${HOOK_SECRET}"`;

/** AL85: what makes a channel of each kind, as the configuration takes it. */
export const SNIPPETS: Readonly<Record<ChannelKind, string>> = {
  slack: SLACK,
  teams: TEAMS,
  email: EMAIL,
  webhook: WEBHOOK,
};
