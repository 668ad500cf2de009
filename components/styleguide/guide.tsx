"use client";

import type { JSX, ReactNode } from "react";
import type { Theme } from "../../lib/config";
import { AgentsPart } from "./agents-part";
import { ChartsPart } from "./charts-part";
import { ColoursPart } from "./colours-part";
import { DayPart } from "./day-part";
import { DefinitionsPart } from "./definitions-part";
import { FeedsPart } from "./feeds-part";
import { FiguresPart } from "./figures-part";
import { NamesPart } from "./names-part";
import { StatesPart } from "./states-part";

const THEMES: readonly Theme[] = ["dark", "light", "contrast"];

/** Every part the screens are made of, in every state and every theme. For those who work on Pickup. */
export function Guide(): JSX.Element {
  return (
    <main className="guide">
      {THEMES.map((theme) => (
        <div key={theme} className="guide-theme" data-theme={theme}>
          <h1>{theme}</h1>
          <Section title="Colours">
            <ColoursPart />
          </Section>
          <Section title="States">
            <StatesPart />
          </Section>
          <Section title="Feeds">
            <FeedsPart />
          </Section>
          <Section title="Figures">
            <FiguresPart />
          </Section>
          <Section title="Agents">
            <AgentsPart />
          </Section>
          <Section title="Sparklines">
            <ChartsPart />
          </Section>
          <Section title="Quarter-hours">
            <DayPart theme={theme} />
          </Section>
          <Section title="Definitions">
            <DefinitionsPart />
          </Section>
          <Section title="Names">
            <NamesPart />
          </Section>
        </div>
      ))}
    </main>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): JSX.Element {
  return (
    <section className="guide-section" data-part={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
