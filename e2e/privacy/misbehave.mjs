// Loaded before the server by a test: asked by SIGUSR2, it does what the file MISBEHAVIOUR names says.
import { readFileSync } from "node:fs";

process.on("SIGUSR2", () => {
  const [what, text] = readFileSync(process.env.MISBEHAVIOUR, "utf8").split("\n", 2);
  if (what === "leak") console.error(`plainly said: ${text}`);
  if (what === "throw")
    setImmediate(() => {
      throw new Error(`cannot call ${text}\nnor "${text}"`);
    });
  if (what === "reject") void Promise.reject(new Error(`no way to ${text}`));
});
