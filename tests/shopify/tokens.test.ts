import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSealer } from '#app/platform/crypto/seal.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import { ShopAccessLost } from '#app/platform/shopify/errors.ts';
import { ShopDetailsDocument } from '#app/platform/shopify/operations.generated.ts';
import { createSealingSessionStorage } from '#app/platform/shopify/sealing-session-storage.server.ts';
import { refreshAccessToken } from '#app/platform/shopify/token-endpoint.server.ts';
import { clientSecret, configFor, countTokenCalls, domain, newKey, setStage, type Process } from './stage.ts';

let stage: Awaited<ReturnType<typeof setStage>>;
let one: Process;
let two: Process;

beforeAll(async () => {
  stage = await setStage();
  const config = configFor(stage.url);
  one = stage.start(config);
  two = stage.start(config);
});
beforeEach(async () => {
  await one.shopify.authenticateAdmin(await stage.visit());
});

const stored = () => one.database.platform.session.findUniqueOrThrow({ where: { id: `offline_${domain}` } });
const adminOf = async (app: Process) => {
  const shop = await app.registry.byDomain(domain);
  if (!shop) throw new Error('The shop is not there.');
  return app.registry.context(shop).admin;
};
const ask = async (app: Process) => (await adminOf(app)).run(ShopDetailsDocument, {});
/** Both processes see the access token as expired, and so does Shopify. */
const expire = async () => {
  stage.sandbox.oauth.expireTokens(domain, 'access');
  await one.database.platform.session.updateMany({ data: { expires: new Date(Date.now() - 1_000) } });
};

describe('tokens at rest', () => {
  it('are sealed in the table, both of them', async () => {
    const { accessToken, refreshToken } = await stored();
    expect(accessToken).toMatch(/^v1\.first\./);
    expect(refreshToken).toMatch(/^v1\.first\./);
    const sealer = createSealer(one.config.encryptionKeys);
    expect(sealer.open(accessToken)).toMatch(/^shpat_/);
    expect(sealer.open(refreshToken ?? '')).toMatch(/^shprt_/);
  });

  it('are sealed anew with the newest key when they are next used, and still open', async () => {
    const [old] = one.config.encryptionKeys;
    const rotated = stage.start(configFor(stage.url, { ENCRYPTION_KEYS: `${newKey('second')},first:${old?.key.toString('base64')}` }));
    await expect(ask(rotated)).resolves.toMatchObject({ shop: { name: 'Quill' } });
    const { accessToken, refreshToken } = await stored();
    expect([accessToken, refreshToken].map((token) => token?.split('.')[1])).toEqual(['second', 'second']);
    await one.database.platform.session.deleteMany();
  });

  it('count as gone when their key left the ring: the shop opens the app again', async () => {
    const stranger = stage.start(configFor(stage.url, { ENCRYPTION_KEYS: newKey('other') }));
    await expect(ask(stranger)).rejects.toBeInstanceOf(ShopAccessLost);
    expect((await one.registry.byDomain(domain))?.access).toBe('needs_reopen');
  });
});

describe('refresh', () => {
  it('happens before the token runs out, and the work goes on', async () => {
    const before = await stored();
    await expire();
    await expect(ask(one)).resolves.toMatchObject({ shop: { name: 'Quill' } });
    const after = await stored();
    expect(after.accessToken).not.toBe(before.accessToken);
    expect(after.expires?.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
  });

  it('is done once when two processes and many requests need it at the same moment', async () => {
    await expire();
    const calls = await countTokenCalls(() => Promise.all([one, two, one, two, one, two].map(ask)));
    expect(calls).toBe(1);
  });

  it('loses nothing when a process dies between the answer of Shopify and its own write', async () => {
    const { refreshToken } = await stored();
    const opened = createSealer(one.config.encryptionKeys).open(refreshToken ?? '');
    await expire();
    const died = await refreshAccessToken(domain, opened, { apiKey: one.config.shopify.apiKey, apiSecret: clientSecret });
    expect(died.outcome).toBe('refreshed');
    await expect(ask(two)).resolves.toMatchObject({ shop: { name: 'Quill' } });
  });

  it('follows a token that Shopify refuses before its time', async () => {
    stage.sandbox.oauth.expireTokens(domain, 'access');
    const calls = await countTokenCalls(() => ask(one));
    expect(calls).toBe(1);
  });

  it('gives way to the pair that a merchant brought meanwhile', async () => {
    const admin = await adminOf(two);
    await expire();
    const before = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      globalThis.fetch = before;
      const answer = await before(input, init);
      const sessions = createSealingSessionStorage({ prisma: one.database.platform, sealer: createSealer(one.config.encryptionKeys), log: createLog('silent', 'test') });
      const fresh = await sessions.loadSession(`offline_${domain}`);
      if (!fresh) throw new Error('There is no session.');
      const exchanged = await stage.sandbox.oauth.mintIdToken(domain);
      const pair = await before(`https://${domain}/admin/oauth/access_token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          client_id: one.config.shopify.apiKey, client_secret: clientSecret, subject_token: exchanged, expiring: '1',
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
          requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
        }),
      });
      const { access_token: accessToken, refresh_token: refreshToken } = await pair.json();
      await sessions.storeSession(Object.assign(fresh, { accessToken, refreshToken, expires: new Date(Date.now() + 3_600_000) }));
      return answer;
    };
    await expect(admin.run(ShopDetailsDocument, {})).resolves.toMatchObject({ shop: { name: 'Quill' } });
  });

  it('that Shopify refuses for good ends in a shop that must be opened again, without a second call', async () => {
    stage.sandbox.oauth.expireTokens(domain, 'access and refresh');
    await one.database.platform.session.updateMany({ data: { expires: new Date(Date.now() - 1_000) } });
    await expect(ask(one)).rejects.toBeInstanceOf(ShopAccessLost);
    expect((await one.registry.byDomain(domain))?.access).toBe('needs_reopen');
  });
});
