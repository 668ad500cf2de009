import type { AccountView } from "../../lib/access/access-types";
import { ROLES, type Role } from "../../lib/access/roles";
import { queueId, type QueueId } from "../../lib/vocabulary";
import type { AccountChange } from "../access/access";
import { cleanName } from "../../lib/names/names";
import { didYouMean } from "../did-you-mean";
import { runAction, type Action } from "./access/actions";
import { columns, minuteText } from "./access/columns";
import { readNewPassword } from "./access/read-password";
import { withAccess, type AccessWork } from "./access/with-access";
import { readArgs, refuseArgs, type Command, type CommandIo } from "./command";

const HELP = `pickup user add NAME --role ROLE [--queues ID,ID] [--numbers]
pickup user passwd NAME
pickup user disable NAME
pickup user enable NAME
pickup user list

The people who may sign in. It works while the server runs, which knows of it within a second; what ends
somebody's right ends his sessions and open screens. Each change stands in the audit trail.

A password is asked for twice on a terminal, and not shown; otherwise it is one line of standard input.

  --role ROLE      admin (also the configuration), supervisor (all queues), lead (own queues) or analyst (totals)
  --queues ID,ID   the queues of a lead
  --numbers        may see callers' whole numbers; each showing stands in the audit trail
  --config FILE    the configuration; otherwise PICKUP_CONFIG or pickup.config.yaml beside where it is started

Environment: PICKUP_DATA_DIR (data/).`;

const CONFIG = { config: { type: "string" } } as const;
const NAME = { min: 1, max: 1, what: "NAME" };

export const userCommand: Command = {
  name: "user",
  summary: "adds, disables and lists the people who may sign in",
  help: HELP,
  run: (args, io) => runAction("user", ACTIONS, args, io),
};

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["add", add],
  ["passwd", passwd],
  ["disable", (args, io) => setDisabled(true, args, io)],
  ["enable", (args, io) => setDisabled(false, args, io)],
  ["list", list],
]);

async function add(args: readonly string[], io: CommandIo): Promise<number> {
  const options = {
    ...CONFIG,
    role: { type: "string" },
    queues: { type: "string" },
    numbers: { type: "boolean" },
  } as const;
  const read = readArgs(args, { options, positionals: NAME });
  if (!read.ok) return refuseArgs("user add", read.problem, io);
  const { role: roleText = "", queues, numbers: seesNumbers = false, config: configPath } = read.values;
  const role = ROLES.find((known) => known === roleText);
  if (role === undefined) return refuseArgs("user add", roleProblem(roleText), io);
  const queueIds = queues === undefined ? null : idsOf(queues);
  const problem = grantProblem(role, queueIds, seesNumbers);
  if (problem !== null) return refuseArgs("user add", problem, io);
  const name = cleanName(read.positionals[0] ?? "");

  return withAccess({ command: "user add", configPath, makes: true }, io, async ({ access, settings, doer, fail }) => {
    // Before anybody types a password for nothing.
    if (access.accounts.byName(name) !== null) return fail(`there is already an account named "${name}"`);
    const listed = settings.site.queues.map(({ id }) => id);
    for (const id of queueIds ?? []) if (!listed.includes(id)) io.err(notListed(id, listed));
    const answered = await readNewPassword(name, io);
    if (answered.kind === "none") return fail(answered.problem);
    const { password } = answered;
    const created = await access.accounts.create({ name, role, queueIds, seesNumbers, password }, doer);
    if (created.kind === "refused") return fail(created.problem);
    io.out(`"${created.account.name}" can sign in (${role}).`);
    return 0;
  });
}

async function passwd(args: readonly string[], io: CommandIo): Promise<number> {
  return changeNamed("user passwd", args, io, async ({ name }, { fail }) => {
    const answered = await readNewPassword(name, io);
    if (answered.kind === "none") return fail(answered.problem);
    return { change: { password: answered.password }, done: `"${name}" has a new password; open sessions have ended.` };
  });
}

const setDisabled = (disabled: boolean, args: readonly string[], io: CommandIo): Promise<number> =>
  changeNamed(disabled ? "user disable" : "user enable", args, io, async ({ name }) => ({
    change: { disabled },
    done: disabled ? `"${name}" can no longer sign in; open sessions have ended.` : `"${name}" can sign in again.`,
  }));

/** Changes the account that is named. `decide` gives the change, or the exit code where there is none. */
async function changeNamed(
  command: string,
  args: readonly string[],
  io: CommandIo,
  decide: (
    account: AccountView,
    work: AccessWork,
  ) => Promise<{ readonly change: AccountChange; readonly done: string } | number>,
): Promise<number> {
  const read = readArgs(args, { options: CONFIG, positionals: NAME });
  if (!read.ok) return refuseArgs(command, read.problem, io);
  const [name = ""] = read.positionals;
  return withAccess({ command, configPath: read.values.config, makes: false }, io, async (work) => {
    const { accounts } = work.access;
    const account = accounts.byName(name);
    const names = accounts.list().map((other) => other.name);
    if (account === null) return work.fail(`there is no account named "${cleanName(name)}"${didYouMean(name, names)}`);
    const decided = await decide(account, work);
    if (typeof decided === "number") return decided;
    const changed = await accounts.change(account.id, decided.change, work.doer);
    if (changed.kind === "refused") return work.fail(changed.problem);
    io.out(decided.done);
    return 0;
  });
}

async function list(args: readonly string[], io: CommandIo): Promise<number> {
  const read = readArgs(args, { options: CONFIG, positionals: { min: 0, max: 0, what: "options only" } });
  if (!read.ok) return refuseArgs("user list", read.problem, io);
  const { config: configPath } = read.values;
  return withAccess({ command: "user list", configPath, makes: false }, io, async ({ access }) => {
    const rows = access.accounts
      .list()
      .map((account) => [
        account.name,
        account.role,
        account.queueIds?.join(",") ?? "all",
        account.seesNumbers ? "yes" : "no",
        account.disabled ? "disabled" : account.signsInBy,
        minuteText(account.lastSeenAtMs),
      ]);
    for (const line of columns([["name", "role", "queues", "numbers", "signs in by", "last seen"], ...rows]))
      io.out(line);
    return 0;
  });
}

function grantProblem(role: Role, queueIds: readonly QueueId[] | null, seesNumbers: boolean): string | null {
  if (role === "lead" && (queueIds ?? []).length === 0) return "a lead needs --queues";
  if (role !== "lead" && queueIds !== null) return "--queues is for a lead; the others have all queues";
  return role === "analyst" && seesNumbers ? "--numbers is not for an analyst, who has totals only" : null;
}

const roleProblem = (given: string): string =>
  given === "" ? `--role is missing: ${ROLES.join(", ")}` : `there is no role "${given}"${didYouMean(given, ROLES)}`;

const notListed = (id: QueueId, listed: readonly string[]): string =>
  `note: "${id}" is not listed under queues${didYouMean(id, listed)}; it is shown once a source speaks of it`;

const idsOf = (text: string): readonly QueueId[] =>
  text
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "")
    .map(queueId);
