interface Named {
  id: string;
  name: string | null;
}

interface Mentions {
  /** The colleagues who are meant, each once. */
  ids: readonly string[];
  /** What names nobody, or more than one: `@nobody`. */
  unknown: readonly string[];
}

const word = /^[\p{L}\p{N}][\p{L}\p{N}_'’-]*/u;

/** A sign of a word, and another right behind it: not where words stand without blanks. */
const goesOn = /^(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}]){2}/u;

/**
 * The colleagues whom a note names with an `@`: by their name, of names that begin alike the longest, or by the beginning of one that is nobody else's.
 */
export function mentionedIn(text: string, staff: readonly Named[]): Mentions {
  const named = staff.flatMap(({ id, name }) => (name ? [{ id, name: name.toLowerCase() }] : [])).sort((one, other) => other.name.length - one.name.length);
  const ids = new Set<string>();
  const unknown = new Set<string>();
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    // The `@` of a mail address names nobody.
    if (/[\w.]/.test(text.charAt(at - 1))) continue;
    const after = text.slice(at + 1);
    const typed = word.exec(after)?.[0];
    const whole = named.find(({ name }) => after.slice(0, name.length).toLowerCase() === name && !goesOn.test(after.slice(name.length - 1)));
    const begun = typed ? named.filter(({ name }) => name.startsWith(typed.toLowerCase())) : [];
    const meant = whole ?? (begun.length === 1 ? begun[0] : undefined);
    if (meant) ids.add(meant.id);
    else if (typed) unknown.add(`@${typed}`);
  }
  return { ids: [...ids], unknown: [...unknown] };
}
