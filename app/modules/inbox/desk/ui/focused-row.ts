/** The links that open the rows of a list, in their order. Where the reader is in it, is where the focus is. */
const links = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('a[data-primary-link]') ?? [])];

/** Moves the focus to the row after or before the one that has it; into the list where none has. */
export function moveFocus(list: HTMLElement | null, by: 1 | -1): void {
  const all = links(list);
  const at = all.findIndex((link) => isAt(link));
  const next = at === -1 ? (by === 1 ? all[0] : all.at(-1)) : all[at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** The id of the row that has the focus, or null. */
export function focusedRow(list: HTMLElement | null): string | null {
  const link = links(list).find((one) => isAt(one));
  return link ? (rowOf(link)?.id ?? null) : null;
}

const rowOf = (element: Element) => element.closest('tr[id], li[id]');

function isAt(link: HTMLElement): boolean {
  const { activeElement } = document;
  return activeElement === link || (activeElement !== null && rowOf(activeElement) !== null && rowOf(activeElement) === rowOf(link));
}
