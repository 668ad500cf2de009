import { type JSX, type PointerEvent, useEffect, useRef, useState } from "react";
import type { DayView } from "./axes";
import { createDayPlot, type DayPlot } from "./day-plot";
import { loadUPlot } from "./load-uplot";

type Props = {
  readonly view: DayView;
  /** The quarter-hour that is marked; null: none. */
  readonly marked: number | null;
  readonly onPoint: (index: number | null) => void;
  readonly loading: string;
};

/** The picture of a day, as wide as its container. What goes wrong here is thrown to the boundary round it. */
export function PlotArea({ view, marked, onPoint, loading }: Props): JSX.Element {
  const parent = useRef<HTMLDivElement>(null);
  const latest = useRef(view);
  const [plot, setPlot] = useState<DayPlot | null>(null);
  const [failure, setFailure] = useState<{ readonly thrown: unknown } | null>(null);
  if (failure !== null) throw failure.thrown;

  useEffect(() => {
    let wanted = true;
    let end = (): void => undefined;
    const fail = (thrown: unknown): void => {
      if (wanted) setFailure({ thrown });
    };
    const draw = async (): Promise<void> => {
      const Plot = await loadUPlot();
      const box = parent.current;
      if (!wanted || box === null) return;
      const drawn = createDayPlot(Plot, box, latest.current, fail);
      const unwatch = watchWidth(box, drawn.resize);
      end = () => {
        unwatch();
        drawn.destroy();
      };
      setPlot(drawn);
    };
    draw().catch(fail);
    return () => {
      wanted = false;
      end();
      setPlot(null);
    };
  }, []);

  useEffect(() => {
    latest.current = view;
    // After the page has put its theme on: what stands further out runs its effects later.
    const frame = requestAnimationFrame(() => plot?.show(view));
    return () => cancelAnimationFrame(frame);
  }, [plot, view]);

  useEffect(() => plot?.mark(marked), [plot, marked]);

  const point = ({ clientX }: PointerEvent): void => onPoint(plot?.indexAt(clientX) ?? null);
  return (
    <div
      ref={parent}
      className="day-chart-plot"
      aria-hidden="true"
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => onPoint(null)}
    >
      {plot === null ? <p className="day-chart-loading">{loading}</p> : null}
    </div>
  );
}

/** @returns ends the watching */
function watchWidth(box: HTMLElement, resize: (widthPx: number) => void): () => void {
  if (typeof ResizeObserver === "undefined") {
    const onResize = (): void => resize(box.clientWidth);
    globalThis.addEventListener("resize", onResize);
    return () => globalThis.removeEventListener("resize", onResize);
  }
  // A frame later: a chart that resizes itself while it is being measured would be measured for ever.
  let frame = 0;
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => resize(box.clientWidth));
  });
  observer.observe(box);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}
