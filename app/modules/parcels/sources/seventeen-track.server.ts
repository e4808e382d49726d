import { createHash } from 'node:crypto';
import { z } from 'zod';
import { minute } from '#app/kernel/time.ts';
import { callProvider, wordsIn } from './call-provider.server.ts';
import { nameAtSource } from './carrier-names.ts';
import { readSeventeenTrack } from './read-seventeen-track.ts';
import { isSame } from '#app/platform/crypto/signature.ts';
import type { Followed, Registration, Source, SourceAccess } from './source.ts';
import { SourceFailure } from './source-failure.ts';

const answer = z.looseObject({
  code: z.number(),
  data: z.looseObject({
    accepted: z.array(z.looseObject({ number: z.string() })).default([]),
    rejected: z.array(z.looseObject({ number: z.string(), error: z.looseObject({ code: z.number(), message: z.string().default('') }) })).default([]),
    errors: z.array(z.looseObject({ code: z.number(), message: z.string().default('') })).default([]),
  }).nullish(),
});

const alreadyRegistered = -18_019_901;
const notRegistered = -18_019_902;
const quotaCodes: ReadonlySet<number> = new Set([-18_019_907, -18_019_908]);
const keyCodes: ReadonlySet<number> = new Set([-18_010_001, -18_010_002, -18_010_004, -18_010_005]);

/** 17TRACK, API v2.4: forty numbers a call, three calls a second, one unit of the quota a number. It finds the carrier itself. */
export const seventeenTrack: Source = {
  key: '17track',
  name: '17TRACK',
  needs: { webhookSecret: false, address: false },
  limits: { registerAtOnce: 40, pollAtOnce: 40, pause: 350 },
  firstAnswerAfter: 10 * minute,

  async register(access, parcels) {
    const { accepted, rejected } = await ask(access, 'register', parcels);
    const following = new Set(accepted.map(({ number }) => number));
    const refusals = new Map(rejected.map(({ number, error }) => [number, error]));
    return parcels.map(({ number, carrier }): Registration => {
      const refusal = refusals.get(number);
      if (following.has(number) || refusal?.code === alreadyRegistered) return { number, carrier, outcome: 'following', reference: null, news: null };
      if (refusal && quotaCodes.has(refusal.code)) return { number, carrier, outcome: 'quota', words: refusal.message };
      return { number, carrier, outcome: 'refused', words: refusal?.message ?? 'No answer about this number.' };
    });
  },

  async poll(access, parcels) {
    const { accepted, rejected } = await ask(access, 'gettrackinfo', parcels);
    return { news: readSeventeenTrack(accepted), unknown: rejected.filter(({ error }) => error.code === notRegistered).map(({ number }) => number) };
  },

  async test(access) {
    await ask(access, 'getquota', []);
  },

  verify: ({ key }, body, headers) => isSame(headers.get('sign'), createHash('sha256').update(body).update(`/${key}`).digest('hex')),
};

async function ask({ key }: SourceAccess, path: string, parcels: readonly Followed[]) {
  const body = parcels.map(({ number, carrier }) => {
    const code = nameAtSource('17track', carrier);
    return code === null ? { number } : { number, carrier: Number(code) };
  });
  const { status, body: told } = await callProvider({ url: `https://api.17track.net/track/v2.4/${path}`, headers: { '17token': key }, body });
  const read = answer.safeParse(told);
  if (!read.success) throw new SourceFailure('down', `17TRACK answered ${status} with something unreadable.`);
  const failure = read.data.code === 0 ? read.data.data?.errors[0] : { code: read.data.code, message: wordsIn(read.data.data) ?? '' };
  if (failure) {
    const kind = keyCodes.has(failure.code) ? 'key' : quotaCodes.has(failure.code) ? 'quota' : 'down';
    throw new SourceFailure(kind, failure.message || `17TRACK error ${failure.code}`);
  }
  return { accepted: read.data.data?.accepted ?? [], rejected: read.data.data?.rejected ?? [] };
}
