/** What stands before the digits of a number, and between them for readers. */
const NUMBER = /^\+?\d[\d ().-]+$/;
const SIP_ADDRESS = /(?:^|\/)sips?:([^@;:]*)@/i;

/**
 * The number that Dial() handed to the far side: `5511…@trunk`, `trunk/5511…`, `trunk/sip:5511…@host`, of which a digit
 * for the outside line is gone already. What is no number there was changed on the way out: then what was dialled.
 * @param exten the extension in which the dialplan was: `s` inside of most subroutines
 * @returns null: a telephone of the house was dialled by its name (`1005`, `1005/sip:1005@host`), or no number is known
 */
export function numberDialled(dialString: string, exten: string | null): string | null {
  const parts = partsDialled(dialString);
  if (parts.length === 0) return null;
  const handedOver = parts.find((part) => NUMBER.test(part));
  // 00 is +, and no outside line (PV31) that is still to be taken off.
  if (handedOver !== undefined) return handedOver.replace(/^00(?=[1-9])/, "+");
  return exten !== null && NUMBER.test(exten) ? exten : null;
}

/** Dialled by its own name, with no such part. */
export const isDevice = (dialString: string): boolean => partsDialled(dialString).length === 0;

/** Where a number may stand: `part@peer`, `peer/part`, `part@context/options`, `user:secret@peer/part`. */
function partsDialled(dialString: string): readonly string[] {
  const device = dialString.slice(0, dialString.indexOf("/"));
  const user = SIP_ADDRESS.exec(dialString)?.[1];
  if (user !== undefined) return user === device ? [] : [user];
  const pieces = dialString.split(/[@/]/);
  // A peer or a line may be called by a number too.
  const isPeerFirst = /^[^@]*\//.test(dialString);
  return pieces.length === 1 ? [] : pieces.slice(isPeerFirst ? 1 : 0);
}

/** `PJSIP/1001` of the channel `PJSIP/1001-0000000b`, `Local/1001@phones` of `Local/1001@phones-00000001;2`. */
export const deviceOf = (channel: string): string => channel.slice(0, Math.max(0, channel.lastIndexOf("-")));

/** The device that a member's interface names: `Local/1001@phones/n` has options behind it. */
export const deviceOfInterface = (face: string): string => (isLocal(face) ? face.split("/", 2).join("/") : face);

export const isLocal = (channel: string): boolean => channel.startsWith("Local/");
