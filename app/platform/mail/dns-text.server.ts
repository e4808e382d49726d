import { Resolver } from 'node:dns/promises';

/** What a name says in DNS. */
export interface DnsText {
  /** The name's TXT records, each put together; none where the name or its records do not exist. Throws where nobody could be asked. */
  txt(name: string): Promise<string[]>;
}

const nothingThere = new Set(['ENOTFOUND', 'ENODATA']);

/** Asks the machine's own resolvers. */
export function createDnsText(): DnsText {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  return {
    async txt(name) {
      try {
        return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
      } catch (error) {
        if (error instanceof Error && 'code' in error && nothingThere.has(String(error.code))) return [];
        throw error;
      }
    },
  };
}
