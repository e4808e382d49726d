import { resolve } from 'node:dns/promises';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { authenticate, type DNSResolver } from 'mailauth';
import { second } from '#app/kernel/time.ts';
import { isInside } from '#app/platform/mail/mail-host.server.ts';

/** Whether the domain a mail says it is from stands by it. */
export interface Vouched {
  vouched: 'yes' | 'no' | 'unknown';
  /** `author`: for whom it stands, as the check read the mail: another reading may find another sender in it. */
  checks: { spf?: string; dkim?: string; dmarc?: string; author?: string };
}

export interface Envelope {
  from: string;
  /** Who handed it to us, where that was its sender's own server. */
  client?: { ip: string; helo: string };
}

const nobody: Vouched = { vouched: 'unknown', checks: {} };
const patience = 5 * second;
/** Header blocks beyond these are not looked into here, as each line and each blank costs the more the more there are: no honest mail has one. */
const longestHead = 128 * 1024;
const mostLines = 5_000;
const emptiness = /\s{500}/;
const mostSignatures = 10;
const longestAddress = 254;
/** Bodies can be made of which a byte costs a thousand times what one of an honest body does: a mail is looked at in pieces, and after so long everything else has its turn. */
const piece = 8 * 1024;
const turn = 20;

/**
 * Asks DNS whether the sender's domain stands by a mail: `yes` where its signature holds, or the server that brought it may send for it; `no` where the
 * domain says that such mail is not its own. What cannot be asked in time is unknown. Never throws.
 */
export async function whoVouches(bytes: Buffer, { from, client }: Envelope, resolver: DNSResolver = (domain, type) => resolve(domain, type) as Promise<string[]>): Promise<Vouched> {
  const head = headOf(bytes);
  if (head === null) return nobody;
  const signatures = head.match(/^dkim-signature\s*:/gim)?.length ?? 0;
  const caller = client && !isInside(client.ip) ? client : null;
  if (signatures > mostSignatures || (signatures === 0 && !caller)) return nobody;
  const late = new AbortController();
  const asked = authenticate(inPieces(bytes, late.signal), { sender: from, ...caller, resolver, disableArc: true, disableBimi: true, mta: 'aftercare' });
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

/** The mail little by little, and no further once nobody waits for it. */
function inPieces(bytes: Buffer, signal: AbortSignal): Readable {
  const pieces = async function* () {
    let began = performance.now();
    for (let at = 0; at < bytes.length; at += piece) {
      yield bytes.subarray(at, at + piece);
      if (performance.now() - began < turn) continue;
      await nextTurn();
      signal.throwIfAborted();
      began = performance.now();
    }
  };
  return Readable.from(pieces(), { objectMode: false, highWaterMark: piece });
}

function headOf(bytes: Buffer): string | null {
  const first = bytes.subarray(0, longestHead).toString('latin1');
  const end = /\r?\n\r?\n/.exec(first)?.index ?? (bytes.length <= longestHead ? first.length : null);
  const head = end === null ? null : first.slice(0, end);
  return head === null || head.split('\n', mostLines + 1).length > mostLines || emptiness.test(head) ? null : head;
}

function judge({ dkim, spf, dmarc }: Awaited<ReturnType<typeof authenticate>>, hasCaller: boolean): Vouched {
  const passed = dkim.results.filter(({ status }) => status.result === 'pass');
  const [named = ''] = dkim.headerFrom;
  const author = dkim.headerFrom.length === 1 && dkim.fromFields === 1 ? domainOf(named) : '';
  const bySpf = hasCaller && spf !== false && spf.status.result === 'pass' ? [spf.domain] : [];
  const signers = [...passed.map(({ signingDomain }) => signingDomain), ...bySpf];
  const policy = dmarc === false ? 'none' : dmarc.status.result;
  const checks = {
    ...(hasCaller && spf !== false ? { spf: spf.status.result } : {}),
    dkim: passed.length > 0 ? 'pass' : (dkim.results[0]?.status.result ?? 'none'),
    dmarc: policy,
  };
  if (author === '') return { vouched: 'unknown', checks };
  if (policy === 'pass' || signers.some((domain) => standsFor(domain ?? '', author))) return { vouched: 'yes', checks: { ...checks, author: named.toLowerCase().slice(0, longestAddress) } };
  // A forwarder breaks what the sender's server could show: only a mail that comes straight from its sender is refused a name.
  return { vouched: policy === 'fail' && hasCaller ? 'no' : 'unknown', checks };
}

/** A domain stands for itself and for what is below it. */
const standsFor = (domain: string, author: string): boolean => domain.includes('.') && (author === domain.toLowerCase() || author.endsWith(`.${domain.toLowerCase()}`));
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
