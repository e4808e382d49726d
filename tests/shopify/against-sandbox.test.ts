import { beforeAll, expect, it } from 'vitest';
import { AdminApiError, OutcomeUnknown } from '#app/platform/shopify/errors.ts';
import { RunBulkDocument, ShopDetailsDocument } from '#app/platform/shopify/operations.generated.ts';
import { configFor, domain, setStage } from './stage.ts';

let stage: Awaited<ReturnType<typeof setStage>>;

beforeAll(async () => {
  stage = await setStage();
});

/** Counts the answers of the Admin API and those that were `THROTTLED` while work runs. */
async function counting(work: () => Promise<void>): Promise<{ answered: number; throttled: number }> {
  const before = globalThis.fetch;
  const counts = { answered: 0, throttled: 0 };
  globalThis.fetch = async (input, init) => {
    const answer = await before(input, init);
    counts.answered += 1;
    if ((await answer.clone().text()).includes('"THROTTLED"')) counts.throttled += 1;
    return answer;
  };
  try {
    await work();
    return counts;
  } finally {
    globalThis.fetch = before;
  }
}

/** Turns one of the sandbox's switches. */
async function control(path: string, body: unknown): Promise<void> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  expect((await fetch(`${stage.sandbox.urls.base}/control/admin-api/${domain}/${path}`, init)).status).toBe(200);
}

it('two processes whose bucket is suddenly empty are both served in the end, after few refusals each', async () => {
  const config = configFor(stage.url);
  const { ctx } = await stage.start(config).shopify.authenticateAdmin(await stage.visit());
  const admins = [stage.start(config), stage.start(config)].map(({ registry }) => registry.context(ctx.shop).admin);
  // The price of a document is known after its first answer.
  for (const admin of admins) await admin.run(ShopDetailsDocument, {});
  await control('throttle', { clientId: config.shopify.apiKey, available: 30 });
  const counts = await counting(async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, (_, at) => admins[at % 2]?.run(ShopDetailsDocument, {})));
    expect(answers.every((answer) => answer?.shop.name === 'Quill')).toBe(true);
  });
  expect(counts.throttled).toBeGreaterThan(0);
  expect(counts.answered).toBeLessThan(180);
});

it.each(['502', '429', 'garbage', 'reset'])('a read survives a Shopify that answers once with %s', async (kind) => {
  const { ctx } = await stage.start().shopify.authenticateAdmin(await stage.visit());
  await control('fail', { kind });
  await expect(ctx.admin.run(ShopDetailsDocument, {})).resolves.toMatchObject({ shop: { name: 'Quill' } });
});

it('an internal error of Shopify is told with the id of the request', async () => {
  const { ctx } = await stage.start().shopify.authenticateAdmin(await stage.visit());
  await control('fail', { kind: 'internal' });
  const error = await ctx.admin.run(ShopDetailsDocument, {}).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AdminApiError);
  expect(error).toMatchObject({ problems: [{ code: 'INTERNAL_SERVER_ERROR' }] });
});

it('a mutation whose answer is lost has an unknown outcome: it was performed and is not sent again', async () => {
  const { ctx } = await stage.start().shopify.authenticateAdmin(await stage.visit());
  await control('fail', { kind: 'reset', performed: true });
  const counts = await counting(async () => {
    const lost = ctx.admin.run(RunBulkDocument, { query: '{ orders { edges { node { id } } } }' });
    await expect(lost).rejects.toBeInstanceOf(OutcomeUnknown);
  });
  expect(counts.answered).toBe(0);
  await stage.sandbox.settled();
  const installation = stage.sandbox.oauth.installation(domain);
  if (!installation) throw new Error('The app is not installed.');
  const { body } = await stage.sandbox.runAdmin(domain, { query: '{ bulkOperations(first: 5) { nodes { status } } }' }, { kind: 'app', installation });
  expect(JSON.stringify(body.data)).toContain('COMPLETED');
});
