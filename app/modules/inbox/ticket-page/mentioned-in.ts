interface Named {
  id: string;
  name: string | null;
}

/** The colleagues whom a note names with an `@`; of names that begin alike the longest is meant. */
export function mentionedIn(text: string, staff: readonly Named[]): string[] {
  const named = staff.flatMap(({ id, name }) => (name ? [{ id, name: name.toLowerCase() }] : [])).sort((one, other) => other.name.length - one.name.length);
  const meant = new Set<string>();
  const lower = text.toLowerCase();
  for (let at = lower.indexOf('@'); at !== -1; at = lower.indexOf('@', at + 1)) {
    // The `@` of a mail address names nobody.
    if (/[\w.]/.test(lower.charAt(at - 1))) continue;
    const found = named.find(({ name }) => lower.startsWith(name, at + 1));
    if (found) meant.add(found.id);
  }
  return [...meant];
}
