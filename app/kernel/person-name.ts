// The long-vowel and iteration marks, and the dot between parts of a name, belong to several scripts at once.
const familyFirst = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々・\s]+$/u;

/** A person's name as it is shown, or null where none is known; in Chinese, Japanese and Korean script the family comes first, without a space. */
export function personName(given: string | null | undefined, family: string | null | undefined): string | null {
  const parts = [given, family].map((part) => part?.trim() ?? '').filter((part) => part !== '');
  if (parts.length === 0) return null;
  return parts.every((part) => familyFirst.test(part)) ? parts.toReversed().join('') : parts.join(' ');
}

/** The same where only the whole name on an address is known, which Shopify writes as given name, space, family name. */
export function addresseeName(whole: string | null): string | null {
  const [given = null, family, ...more] = whole?.trim().split(/\s+/) ?? [];
  return family !== undefined && more.length === 0 ? personName(given, family) : personName(whole, null);
}
