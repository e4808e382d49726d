import { resolve } from 'node:dns/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { authenticate, type DNSResolver } from 'mailauth';
import { second } from '#app/kernel/time.ts';
import { isInside } from '#app/platform/mail/mail-host.server.ts';

/** Whether the domain a mail says it is from stands by it. */
export interface Vouched {
  vouched: 'yes' | 'no' | 'unknown';
  checks: { spf?: string; dkim?: string; dmarc?: string };
}

export interface Envelope {
  from: string;
  /** Who handed it to us, where that was its sender's own server. */
  client?: { ip: string; helo: string };
}

const nobody: Vouched = { vouched: 'unknown', checks: {} };
const patience = 5 * second;
/** Header blocks beyond this are not looked into here: no honest mail has one. */
const longestHead = 128 * 1024;
const mostSignatures = 10;

/**
 * Asks DNS whether the sender's domain stands by a mail: `yes` where its signature holds, or the server that brought it may send for it; `no` where the
 * domain says that such mail is not its own. What cannot be asked in time is unknown. Never throws.
 */
export async function whoVouches(bytes: Buffer, { from, client }: Envelope, resolver: DNSResolver = (domain, type) => resolve(domain, type) as Promise<string[]>): Promise<Vouched> {
  const head = headOf(bytes);
  if (head === null) return nobody;
  const signatures = head.match(/^dkim-signature:/gim)?.length ?? 0;
  const caller = client && !isInside(client.ip) ? client : null;
  if (signatures > mostSignatures || (signatures === 0 && !caller)) return nobody;
  const asked = authenticate(bytes, { sender: from, ...caller, resolver, disableArc: true, disableBimi: true, mta: 'aftercare' });
  const late = new AbortController();
  try {
    const found = await Promise.race([asked, wait(patience, null, { signal: late.signal })]);
    return found ? judge(found, caller !== null) : nobody;
  } catch {
    return nobody;
  } finally {
    late.abort();
    asked.catch(() => undefined);
  }
}

function headOf(bytes: Buffer): string | null {
  const piece = bytes.subarray(0, longestHead).toString('latin1');
  const end = /\r?\n\r?\n/.exec(piece)?.index ?? (bytes.length <= longestHead ? piece.length : null);
  return end === null ? null : piece.slice(0, end);
}

function judge({ dkim, spf, dmarc }: Awaited<ReturnType<typeof authenticate>>, hasCaller: boolean): Vouched {
  const passed = dkim.results.filter(({ status }) => status.result === 'pass');
  const author = dkim.headerFrom.length === 1 && dkim.fromFields === 1 ? domainOf(dkim.headerFrom[0] ?? '') : '';
  const bySpf = hasCaller && spf !== false && spf.status.result === 'pass' ? [spf.domain] : [];
  const signers = [...passed.map(({ signingDomain }) => signingDomain), ...bySpf];
  const policy = dmarc === false ? 'none' : dmarc.status.result;
  const checks = {
    ...(hasCaller && spf !== false ? { spf: spf.status.result } : {}),
    dkim: passed.length > 0 ? 'pass' : (dkim.results[0]?.status.result ?? 'none'),
    dmarc: policy,
  };
  if (author === '') return { vouched: 'unknown', checks };
  if (policy === 'pass' || signers.some((domain) => standsFor(domain ?? '', author))) return { vouched: 'yes', checks };
  // A forwarder breaks what the sender's server could show: only a mail that comes straight from its sender is refused a name.
  return { vouched: policy === 'fail' && hasCaller ? 'no' : 'unknown', checks };
}

/** A domain stands for itself and for what is below it. */
const standsFor = (domain: string, author: string): boolean => domain.includes('.') && (author === domain.toLowerCase() || author.endsWith(`.${domain.toLowerCase()}`));
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
