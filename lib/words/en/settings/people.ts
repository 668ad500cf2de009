import type { Widen } from "../../widen";

export type PeopleWords = Widen<typeof people>;

/** Who may sign in, and with what. */
export const people = {
  lead: "Who may sign in, and what is open to whom.",
  demo: "In the demonstration nobody signs in: an account has no effect here.",
  none: "Nobody has an account yet.",
  add: "Add a person",
  you: "You",
  disabled: "Disabled",
  byCompany: "Signs in through the company",
  seesNumbers: "May see callers’ numbers",
  change: "Change",
  newPassword: "New password",
  disable: "Disable",
  enable: "Enable",
  form: {
    writeName: "Enter a name.",
    nameHint: "What this person signs in with.",
    role: "Role",
    roles: {
      admin: "Everything a supervisor sees. Looks after people, displays, tokens and the audit trail too.",
      supervisor: "All queues: their figures, who waits, who works, and each contact. Looks after displays.",
      lead: "Only the queues chosen here: their figures, who waits, who works, and each contact.",
      analyst: "Figures and contacts of all queues. Neither who waits and works nor anything of callers.",
    },
    queues: "Queues of this team lead",
    noQueues: "No queue is known yet. Each stands here as soon as Pickup has heard of it.",
    chooseQueue: "Choose at least one queue.",
    numbers: "May see callers’ numbers",
    numbersMean: "One at a time, and each showing is written to the audit trail. Without it: the last digits, •••4711.",
    firstPassword: "First password",
    handOver: "Pass it on yourself. It can be changed under “My account”.",
    create: "Add",
    save: "Save",
  },
  effects: {
    nothing: "Nothing is changed yet.",
    change: (name: string): string =>
      `Saving signs ${name} out everywhere at once. After the next sign-in, what is set here holds.`,
    changeYou: "Saving signs you out everywhere at once, here too.",
    noSettings: "After that you no longer look after people.",
    company: "For people of the company’s sign-in, the company sets the role anew each time they sign in.",
    password: (name: string): string =>
      `Saving signs ${name} out everywhere at once. Only the new password works then.`,
    disable: (name: string): string =>
      `This signs ${name} out everywhere at once. No sign-in works until you enable the account.`,
    disableYou: "This signs you out everywhere at once, here too. Only another administrator can enable your account.",
    enable: (name: string): string => `Then ${name} can sign in again, with the same role as before.`,
    confirmDisable: (name: string): string => `Disable ${name}`,
    confirmEnable: (name: string): string => `Enable ${name}`,
  },
  done: {
    added: (name: string): string => `${name} can sign in now.`,
    changed: (name: string): string => `Saved. ${name} is signed out everywhere.`,
    password: (name: string): string => `${name} has a new password and is signed out everywhere.`,
    disabled: (name: string): string => `${name} is disabled and signed out everywhere.`,
    enabled: (name: string): string => `${name} can sign in again.`,
  },
};
