/** A record that the merchant adds at their DNS provider. */
export interface DnsRecord {
  kind: 'dkim' | 'spf' | 'dmarc';
  name: string;
  value: string;
}

/** How a record stands. `different`: there is one, and it does not say what it should; `many`: more than one, which counts as none. */
export type RecordState = 'right' | 'missing' | 'different' | 'many';

interface Named {
  name: string;
  selector: string;
  publicKey: string;
}

/** The three records of a domain whose mail we sign and send from `spfHost`. */
export function recordsOf({ name, selector, publicKey }: Named, spfHost: string): DnsRecord[] {
  return [
    { kind: 'dkim', name: `${selector}._domainkey.${name}`, value: `v=DKIM1; k=rsa; p=${publicKey}` },
    { kind: 'spf', name, value: `v=spf1 include:${spfHost} ~all` },
    { kind: 'dmarc', name: `_dmarc.${name}`, value: 'v=DMARC1; p=none' },
  ];
}

/** The key in DNS is the one we sign with. */
export function dkimState(found: readonly string[], publicKey: string): RecordState {
  const keys = found.filter((text) => 'p' in tagsOf(text));
  if (keys.length > 1) return 'many';
  if (!keys[0]) return found.length > 0 ? 'different' : 'missing';
  const { v = 'DKIM1', k = 'rsa', p = '' } = tagsOf(keys[0]);
  return v === 'DKIM1' && k === 'rsa' && p.replace(/\s+/g, '') === publicKey ? 'right' : 'different';
}

/** The domain lets our servers send: it includes their host, and there is one SPF record only. */
export function spfState(found: readonly string[], spfHost: string): RecordState {
  const policies = found.filter((text) => /^v=spf1(?:\s|$)/i.test(text));
  if (policies.length > 1) return 'many';
  if (!policies[0]) return 'missing';
  return policies[0].toLowerCase().split(/\s+/).some((term) => term.replace(/^\+/, '') === `include:${spfHost.toLowerCase()}`) ? 'right' : 'different';
}

/** The domain says what is to become of mail that neither SPF nor DKIM vouches for. */
export function dmarcState(found: readonly string[]): RecordState {
  const policies = found.filter((text) => /^v=DMARC1\s*(?:;|$)/.test(text));
  if (policies.length > 1) return 'many';
  if (!policies[0]) return 'missing';
  return /^(?:none|quarantine|reject)$/i.test(tagsOf(policies[0]).p ?? '') ? 'right' : 'different';
}

/** Where a domain's DMARC policy may stand: at itself, else at a domain above it. */
export function dmarcNames(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, at) => `_dmarc.${labels.slice(at).join('.')}`);
}

function tagsOf(text: string): Record<string, string> {
  const pairs = text.split(';').map((part) => /^\s*(\w+)\s*=\s*([^]*?)\s*$/.exec(part));
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? ''] as const] : [])));
}
