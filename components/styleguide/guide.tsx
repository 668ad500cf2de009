"use client";

import type { JSX, ReactNode } from "react";
import type { Theme } from "../../lib/config";
import { AgentsPart } from "./agents-part";
import { ChartsPart } from "./charts-part";
import { ColoursPart } from "./colours-part";
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
          <Section title="States and feeds">
            <StatesPart />
          </Section>
          <Section title="Figures">
            <FiguresPart />
          </Section>
          <Section title="Agents">
            <AgentsPart />
          </Section>
          <Section title="Charts">
            <ChartsPart />
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
