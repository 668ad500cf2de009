/** Gives the focus to the list: to its row that has a turn, or to what stands in place of rows. */
export function focusList(): void {
  const row = document.querySelector<HTMLElement>('.mi-row[tabindex="0"]');
  (row ?? document.querySelector<HTMLElement>(".mi-empty"))?.focus({ preventScroll: true });
}
