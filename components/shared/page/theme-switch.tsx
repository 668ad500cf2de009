import { type JSX, useId } from "react";
import { assertNever } from "../../../lib/vocabulary";
import { THEME_CHOICES, type ThemeChoice, useTheme } from "./use-theme";
import { useWords } from "../use-words";

/** Light, dark, or as the device has it. */
export function ThemeSwitch(): JSX.Element {
  const words = useWords().shared.theme;
  const { theme, setTheme } = useTheme();
  const id = useId();
  return (
    <div className="theme-switch" role="radiogroup" aria-labelledby={id}>
      <span id={id} className="sr-only">
        {words.label}
      </span>
      {THEME_CHOICES.map((choice) => (
        <label key={choice} title={words[choice]} data-chosen={choice === theme}>
          <input
            type="radio"
            className="sr-only"
            name={id}
            value={choice}
            checked={choice === theme}
            onChange={() => setTheme(choice)}
          />
          <span className="sr-only">{words[choice]}</span>
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <Shape choice={choice} />
          </svg>
        </label>
      ))}
    </div>
  );
}

function Shape({ choice }: { readonly choice: ThemeChoice }): JSX.Element {
  const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.4, strokeLinecap: "round" } as const;
  switch (choice) {
    case "system":
      return <path d="M2 3.500h12v7.500H2zM5.500 13.500h5" {...line} strokeLinejoin="round" />;
    case "light":
      return (
        <>
          <circle cx="8" cy="8" r="2.900" {...line} />
          <path d="M8 1.200v1.400M8 13.400v1.400M1.200 8h1.400M13.400 8h1.400" {...line} />
          <path d="M3.200 3.200l1 1M11.800 11.800l1 1M3.200 12.800l1-1M11.800 4.200l1-1" {...line} />
        </>
      );
    case "dark":
      return (
        <path d="M13.300 9.700A5.800 5.800 0 0 1 6.300 2.700a5.800 5.800 0 1 0 7 7z" {...line} strokeLinejoin="round" />
      );
    default:
      return assertNever(choice);
  }
}
