import { TOKEN_SCOPES } from "../../lib/access/roles";
import { foldName } from "../access/accounts/name";
import { didYouMean } from "../did-you-mean";
import { runAction, type Action } from "./access/actions";
import { columns, minuteText } from "./access/columns";
import { withAccess } from "./access/with-access";
import { readArgs, refuseArgs, type Command, type CommandIo } from "./command";

const HELP = `pickup token create NAME --scope SCOPE
pickup token revoke NAME|ID
pickup token list

The tokens of scripts, which send one with each request: "Authorization: Bearer TOKEN". It works while the
server runs, which knows of it within a second. Each change stands in the audit trail.

create prints the token, and that is the only time: it is kept nowhere.

  --scope SCOPE   read (boards and contacts, without numbers), metrics (/metrics) or ingest (sending events)
  --config FILE   the configuration; otherwise PICKUP_CONFIG or pickup.config.yaml beside where it is started

Environment: PICKUP_DATA_DIR (data/).`;

const CONFIG = { config: { type: "string" } } as const;

export const tokenCommand: Command = {
  name: "token",
  summary: "makes, revokes and lists the tokens of scripts",
  help: HELP,
  run: (args, io) => runAction("token", ACTIONS, args, io),
};

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["create", create],
  ["revoke", revoke],
  ["list", list],
]);

async function create(args: readonly string[], io: CommandIo): Promise<number> {
  const options = { ...CONFIG, scope: { type: "string" } } as const;
  const read = readArgs(args, { options, positionals: { min: 1, max: 1, what: "NAME" } });
  if (!read.ok) return refuseArgs("token create", read.problem, io);
  const { scope: scopeText = "", config: configPath } = read.values;
  const scope = TOKEN_SCOPES.find((known) => known === scopeText);
  if (scope === undefined) return refuseArgs("token create", scopeProblem(scopeText), io);
  const [name = ""] = read.positionals;
  return withAccess({ command: "token create", configPath, makes: true }, io, async ({ access, doer, fail }) => {
    const created = access.tokens.create({ name, scope }, doer);
    if (created.kind === "refused") return fail(created.problem);
    // Apart, so that the token alone can be piped to where it is wanted.
    io.err(`The token "${created.token.name}" (${scope}) is shown this once:`);
    io.out(created.secret);
    return 0;
  });
}

async function revoke(args: readonly string[], io: CommandIo): Promise<number> {
  const read = readArgs(args, { options: CONFIG, positionals: { min: 1, max: 1, what: "NAME or ID" } });
  if (!read.ok) return refuseArgs("token revoke", read.problem, io);
  const { config: configPath } = read.values;
  const [wanted = ""] = read.positionals;
  return withAccess({ command: "token revoke", configPath, makes: false }, io, async ({ access, doer, fail }) => {
    const tokens = access.tokens.list();
    const named = tokens.find(({ name }) => foldName(name) === foldName(wanted));
    const token = named ?? tokens.find(({ id }) => id === wanted);
    if (token === undefined || !access.tokens.revoke(token.id, doer)) {
      const names = tokens.map(({ name }) => name);
      return fail(`there is no token "${wanted}"${didYouMean(wanted, names)}`);
    }
    io.out(`The token "${token.name}" (${token.scope}) is good for nothing any more.`);
    return 0;
  });
}

async function list(args: readonly string[], io: CommandIo): Promise<number> {
  const read = readArgs(args, { options: CONFIG, positionals: { min: 0, max: 0, what: "options only" } });
  if (!read.ok) return refuseArgs("token list", read.problem, io);
  const { config: configPath } = read.values;
  return withAccess({ command: "token list", configPath, makes: false }, io, async ({ access }) => {
    const rows = access.tokens
      .list()
      .map((token) => [
        token.id,
        token.name,
        token.scope,
        minuteText(token.createdAtMs),
        token.createdBy,
        minuteText(token.lastUsedAtMs),
      ]);
    for (const line of columns([["id", "name", "scope", "made", "by", "last used"], ...rows])) io.out(line);
    return 0;
  });
}

const scopeProblem = (given: string): string =>
  given === ""
    ? `--scope is missing: ${TOKEN_SCOPES.join(", ")}`
    : `there is no scope "${given}"${didYouMean(given, TOKEN_SCOPES)}`;
