import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

const inside = new BlockList();
for (const [network, prefix] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 3]] as const) inside.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [['::', 96], ['64:ff9b::', 96], ['100::', 64], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const) inside.addSubnet(network, prefix, 'ipv6');

/** True for an address that only means something inside a network: ours, were we to call it. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return inside.check(mapped ?? address, isIP(mapped ?? address) === 6 ? 'ipv6' : 'ipv4');
}

/** The one address to call for a host that a stranger named: looked up once, so that what was checked is what is called. Null where it leads inside or nowhere. */
export async function addressToCall(host: string, { allowInside }: { allowInside: boolean }): Promise<string | null> {
  const found = await lookup(host, { all: true }).catch(() => []);
  if (!allowInside && found.some(({ address }) => isInside(address))) return null;
  return found[0]?.address ?? null;
}
