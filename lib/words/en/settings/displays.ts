import type { Widen } from "../../widen";

export type DisplayWords = Widen<typeof displays>;

/** The televisions: letting one in, and looking after those that are. */
export const displays = {
  letIn: {
    title: "Let in a display",
    open: "On the television, open",
    thenEnter: "It shows a code. Enter it here, give the display a name and choose what it shows.",
    loopback:
      "This address reaches this machine only. On a television, put this machine’s name or address in the network in its place.",
    demo: "In the demonstration no display needs a code. To try it, open this address in another browser or a private window: from then on that one is a display.",
    code: "Code",
    codeHint: "As the screen shows it",
    name: "Name",
    nameHint: "Where it hangs, for example",
    submit: "Let in",
    writeCode: "Enter the six characters that the screen shows.",
    unlikely: "No code has such a character: 0, O, 1, I and L, for example, are in none. Look at the screen again.",
    notShown: "No screen shows this code now. A code is good for ten minutes, and once.",
    tooMany: (minutes: string): string => `Too many wrong codes. You can try again in ${minutes} min.`,
    writeName: "Enter a name.",
    done: (name: string): string => `${name} is let in. Its board comes up by itself.`,
  },
  screen: {
    label: "What it shows",
    boards: "Boards",
    rotations: "Rotations: several boards in turn",
    rotation: "Rotation",
    gone: (id: string): string => `No longer configured: ${id}`,
  },
  list: {
    title: "Displays that are let in",
    empty:
      "No display is let in yet. Each will stand here with what it shows and whether it is connected. From here you can change that, find the display on its wall, reload it and revoke it. To begin, open the address above on a television.",
    connected: "Connected",
    notConnected: "Not connected",
    notYet: "Was not seen yet",
    lastSeen: (ago: string, time: string): string => `Last seen ${ago}, ${time}`,
    letIn: (day: string): string => `Let in ${day}`,
    by: "by",
    isNew: "New",
    revoked: (name: string): string => `${name} is revoked and shows a code from now on.`,
  },
  actions: {
    identify: "Identify",
    reload: "Reload",
    change: "Change",
    revoke: "Revoke",
    save: "Save",
    told: { identify: "Shows its name for ten seconds.", reload: "Reloads its page." },
    notReached: "It is not connected and cannot be told now.",
    revokeMeans: (name: string): string =>
      `${name} loses its board within seconds and shows a code. To show boards again, it has to be let in anew.`,
  },
};
