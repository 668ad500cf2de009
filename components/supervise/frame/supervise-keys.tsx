import type { JSX } from "react";
import { KeyList } from "../../shared/keys/key-list";
import { useDeskWords } from "../../shared/speech/use-desk-words";

export function SuperviseKeys({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { keys, contacts } = useDeskWords().supervise;
  return (
    <KeyList
      lines={[
        [["1", "2", "3", "4"], keys.windows],
        [["/"], keys.filter],
        [["↑", "↓"], keys.move],
        [["Home", "End"], keys.ends],
        [["↵"], keys.contacts],
        [["←", "→"], keys.parts],
        [["Esc"], keys.close],
        [["?"], keys.help],
      ]}
      words={{ heading: keys.heading, close: contacts.close, single: keys.single }}
      onClose={onClose}
    />
  );
}
