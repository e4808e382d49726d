import { z } from 'zod';
import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { numberForm } from '../acts/number-form.ts';
import { noteNumber } from '../acts/note-number.server.ts';
import { contentTypes, fileKinds, labelFileKey } from '../make/label-file.ts';
import { addressOf } from '../ways/address-of.server.ts';
import { waysBackSetting } from '../ways/ways-back-setting.ts';
import { wayWords } from '../ways/words.ts';
import { labelAddress, labelOfKey } from './label-key.ts';
import { renderGoneLabel, renderLabelPage } from './label-page.tsx';
import { readLabelPage } from './read-label-page.server.ts';

interface Needs {
  files: FileStore;
  secrets: readonly [string, ...string[]];
}

type Proxy = Pick<ProxyRequest, 'ctx' | 'liquid' | 'locales' | 'pathPrefix'>;
type Label = NonNullable<Awaited<ReturnType<typeof labelOf>>>;
type Told = 'asked' | 'saved' | 'wrong';

const placeShape = z.object({ name: z.string(), address: z.string(), hours: z.string() });
const guarded = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'private, no-store' };

/**
 * A label for whoever holds its key: its file, its code, or a page to print, on which a customer who sends with a carrier of their own tells
 * the number. A key that is none, or is over, or whose label is, is answered alike.
 */
export async function answerLabel(request: Request, proxy: Proxy, needs: Needs): Promise<Response> {
  if (!['GET', 'HEAD', 'POST'].includes(request.method)) return new Response('Method Not Allowed', { status: 405, headers: { allow: 'GET, HEAD, POST' } });
  const form = request.method === 'POST' ? new URLSearchParams(await request.text()) : null;
  const asked = new URL(request.url).searchParams;
  const key = (form ?? asked).get('key') ?? '';
  const label = await labelOf(key, proxy, needs);
  const show = asked.get('show');
  const answer = label && (form ? await takeNumber(label, form, proxy, needs) : show === 'page' ? await pageOf(label, { key, told: 'asked' }, proxy, needs) : await fileOf(label, show === 'qr' ? 'qr' : 'label', proxy, needs));
  return answer ?? proxy.liquid(renderGoneLabel(wayWords(proxy.locales)), { status: 404, headers: guarded });
}

async function labelOf(key: string, { ctx }: Proxy, { secrets }: Needs) {
  const id = labelOfKey(ctx.shop, key, { secrets, now: ctx.clock.now() });
  return id === null ? null : ctx.tx((tx) => tx.labels.findFirst({ where: { id, OR: [{ state: 'ready' }, { state: 'wanted', maker: 'customer' }] } }));
}

async function takeNumber(label: Label, form: URLSearchParams, proxy: Proxy, needs: Needs): Promise<Response | null> {
  if (label.maker !== 'customer') return null;
  const key = form.get('key') ?? '';
  const read = numberForm.safeParse(Object.fromEntries(form));
  if (!read.success) return pageOf(label, { key, told: 'wrong' }, proxy, needs);
  const way = await proxy.ctx.tx((tx) => tx.label_returns.findFirst({ where: { label_id: label.id, current: true } }));
  if (!way) return null;
  await noteNumber(proxy.ctx, { returnId: way.return_id, ...read.data });
  return pageOf({ ...label, carrier: read.data.carrier || null, number: read.data.number }, { key, told: 'saved' }, proxy, needs);
}

async function pageOf(label: Label, { key, told }: { key: string; told: Told }, { ctx, locales, liquid, pathPrefix }: Proxy, { secrets: [secret] }: Needs): Promise<Response> {
  const isOwn = label.maker === 'customer';
  const { facts, ways, to } = await ctx.tx(async (tx) => ({
    facts: await readLabelPage(tx, label),
    ways: (await readSetting(tx, waysBackSetting)).value,
    to: isOwn ? await addressOf(tx, label.location_id) : null,
  }));
  const at = { id: label.id, readyAt: label.ready_at ?? label.created_at };
  const place = placeShape.safeParse(label.place);
  const html = renderLabelPage({
    ...facts,
    words: wayWords(locales),
    ways,
    place: place.success ? place.data : to,
    file: label.file && labelAddress(ctx.shop, at, secret),
    qr: label.qr && labelAddress(ctx.shop, at, secret, 'qr'),
    tell: isOwn ? { action: `${pathPrefix}/return-label`, secret: key, state: told } : null,
  });
  return liquid(html, { status: told === 'wrong' ? 422 : 200, headers: guarded });
}

async function fileOf(label: Label, what: 'label' | 'qr', { ctx }: Proxy, { files }: Needs): Promise<Response | null> {
  const kind = fileKinds.find((one) => one === (what === 'qr' ? label.qr : label.file));
  const bytes = kind && (await files.get(labelFileKey(ctx.shop, label.id, what, kind)));
  if (!bytes) return null;
  return new Response(bytes, {
    headers: {
      ...guarded,
      'content-type': contentTypes[kind],
      // A browser shows no PDF from inside a sandbox: it is handed over as a file.
      'content-disposition': `${kind === 'pdf' ? 'attachment' : 'inline'}; filename="return-${what}.${kind}"`,
      'content-security-policy': "sandbox; default-src 'none'",
    },
  });
}
