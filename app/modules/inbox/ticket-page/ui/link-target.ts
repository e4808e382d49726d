/** A host as it is written in words, after a scheme or by itself; what follows a path or a question is none. */
const written = /(?<![\p{L}\p{N}._/=?&#-])(?:[a-z][a-z+.-]*:\/\/)?((?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}|(?:\d{1,3}\.){3}\d{1,3})/giu;

/** Where a link leads whose words look like an address of somewhere else; null where they do not, or it leads where they say. */
export function otherTarget(words: string, href: string): string | null {
  const host = hostOf(href);
  if (host === null) return null;
  // What is not seen, and what only looks like a dot, hides no address.
  const seen = words.normalize('NFKC').replace(/\p{Cf}/gu, '').replaceAll('\u3002', '.');
  const named = [...seen.matchAll(written)].map(([, name = '']) => hostOf(`https://${name}`));
  return named.some((name) => name !== host) ? host : null;
}

/** `www.` is no other place. */
function hostOf(address: string): string | null {
  if (/^mailto:/i.test(address)) {
    const domain = address.split('?', 1)[0]?.split('@').at(-1);
    return domain ? hostOf(`https://${domain}`) : null;
  }
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).hostname.replace(/^www\./, '').replace(/\.$/, '');
}
