/** Any server that takes a POST of JSON, signed as Standard Webhooks has it. */
export type WebhookChannelConfig = {
  readonly kind: "webhook";
  readonly id: string;
  readonly url: string;
  /** `whsec_` and the key in base64; null: not signed. */
  readonly secret: string | null;
};

/** An incoming webhook of Slack; whoever knows its address may write there. */
export type SlackChannelConfig = { readonly kind: "slack"; readonly id: string; readonly url: string };

/** A Workflows webhook of Microsoft Teams; whoever knows its address may write there. */
export type TeamsChannelConfig = { readonly kind: "teams"; readonly id: string; readonly url: string };

/** `starttls`: encrypted before anything is said; `tls`: from the first byte; `off`: never. */
export type MailEncryption = "starttls" | "tls" | "off";

export type EmailChannelConfig = {
  readonly kind: "email";
  readonly id: string;
  /** Bare addresses, without names. */
  readonly from: string;
  readonly to: readonly string[];
  readonly host: string;
  readonly port: number;
  readonly tls: MailEncryption;
  /** null: the server lets us in without. */
  readonly login: { readonly username: string; readonly password: string } | null;
};

/** Where alerts are told; one arm per kind. */
export type ChannelConfig = WebhookChannelConfig | SlackChannelConfig | TeamsChannelConfig | EmailChannelConfig;

/** How alerts leave the house. */
export type AlertDelivery = {
  /** Whether channels may lie in private networks, and be asked without encryption. */
  readonly privateAddresses: boolean;
  /** An address that is asked every minute while all is well; null: none. */
  readonly deadMansSwitch: string | null;
  readonly channels: readonly ChannelConfig[];
};
