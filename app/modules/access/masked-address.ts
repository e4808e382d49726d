/** An email address its owner recognises and nobody else learns: `a•••@e•••.com`; null where there is none. */
export function maskedAddress(email: string | null): string | null {
  const at = email?.lastIndexOf('@') ?? -1;
  if (!email || at < 1) return null;
  const labels = email.slice(at + 1).split('.');
  const ending = labels.length > 1 ? `.${labels.at(-1)}` : '';
  return `${veiled(email)}@${veiled(labels[0] ?? '')}${ending}`;
}

/** The length is veiled as well. */
function veiled(text: string): string {
  return `${[...text][0] ?? ''}•••`;
}
