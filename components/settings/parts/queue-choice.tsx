import { type JSX, useId } from "react";
import type { QueueId } from "../../../lib/vocabulary";
import { Problem } from "../../access/form/problem";
import { useSettingsWords } from "../frame/use-settings-words";

export type KnownQueue = { readonly id: QueueId; readonly name: string };

type Props = {
  readonly legend: string;
  readonly queues: readonly KnownQueue[];
  readonly chosen: readonly QueueId[];
  readonly onChoose: (ids: readonly QueueId[]) => void;
  readonly problem: string | null;
};

/** Some of the known queues. One that was chosen and is not known any more stays, by its id. */
export function QueueChoice({ legend, queues, chosen, onChoose, problem }: Props): JSX.Element {
  const { form } = useSettingsWords().people;
  const id = useId();
  const known = new Set(queues.map((queue) => queue.id));
  const gone = chosen.filter((each) => !known.has(each)).map((each) => ({ id: each, name: each }));
  const listed = [...queues, ...gone];
  return (
    <fieldset className="sl-queues" aria-describedby={`${id}-problem`}>
      <legend className="sl-legend">{legend}</legend>
      {listed.length === 0 ? <p className="form-hint">{form.noQueues}</p> : null}
      <div className="sl-queue-list">
        {listed.map((queue) => (
          <label key={queue.id} className="sl-queue">
            <input
              type="checkbox"
              checked={chosen.includes(queue.id)}
              aria-invalid={problem !== null}
              onChange={({ target }) =>
                onChoose(target.checked ? [...chosen, queue.id] : chosen.filter((each) => each !== queue.id))
              }
            />
            <bdi>{queue.name}</bdi>
          </label>
        ))}
      </div>
      <Problem id={`${id}-problem`} says={problem} />
    </fieldset>
  );
}
