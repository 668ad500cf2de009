import { FIELD, type Field } from "../messages";
import type { Dial } from "./outbound-calls";

/** null: the message does not say which channel was dialled. */
export function readDial(text: (field: Field) => string | null): Dial | null {
  const destId = text(FIELD.destUniqueid);
  const destChannel = text(FIELD.destChannel);
  if (destId === null || destChannel === null) return null;
  const id = text(FIELD.uniqueid);
  const channel = text(FIELD.channel);
  const by = id === null || channel === null ? null : { id, channel, exten: text(FIELD.exten) };
  return { linkId: text(FIELD.destLinkedid) ?? destId, destId, destChannel, by };
}
