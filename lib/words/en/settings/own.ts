import type { Widen } from "../../widen";

export type OwnWords = Widen<typeof own>;

/** What one's own account says. */
export const own = {
  you: "You",
  name: "Name",
  role: "Role",
  queues: "Queues",
  allQueues: "All queues",
  signsIn: "Signs in",
  byPassword: "With name and password",
  byCompany: "Through your company; your password is kept there",
  open: "What is open to you",
  whoChanges: "An administrator can change your role and what is open to you.",
  password: "Change password",
  everywhere:
    "Changing it signs you out on every other device. That is also how to leave a device that you no longer have.",
  current: "Current password",
  next: "New password",
  again: "New password once more",
  submit: "Change and sign out everywhere else",
  writeCurrent: "Enter your current password.",
  wrongCurrent: "This is not your current password.",
  changed: "Your password is changed. You are signed out everywhere else.",
};
