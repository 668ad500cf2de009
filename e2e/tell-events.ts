/** What a source tells, as a CloudEvent has it. */
type Told = { readonly id: string; readonly type: string; readonly atMs: number; readonly data: object };

/** Tells a server of events of the source `shop`. @throws Error where it does not take all of them */
export async function tellEvents(url: string, token: string, events: readonly Told[]): Promise<void> {
  const sent = events.map(({ atMs, ...event }) => ({
    specversion: "1.0",
    source: "shop",
    ...event,
    time: new Date(atMs).toISOString(),
  }));
  const response = await fetch(`${url}/api/v1/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/cloudevents-batch+json" },
    body: JSON.stringify(sent),
  });
  const answer = (await response.json()) as { readonly accepted: number };
  if (answer.accepted !== sent.length) throw new Error(`Not taken: ${JSON.stringify(answer)}`);
}
