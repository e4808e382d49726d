/** What somebody typed as their email or phone number, tidied; null where it can be neither. */
export function readContact(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  if (text.includes('@')) return /^[^\s@]+@[^\s@]+$/.test(text) ? text.toLowerCase() : null;
  const digits = text.replace(/\D/g, '').length;
  return /^[+\d\s().\-/]+$/.test(text) && digits >= 6 && digits <= 15 ? text : null;
}
