import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { contentTypes, fileKinds, labelFileKey } from '../make/label-file.ts';
import { waysBackSetting } from '../ways/ways-back-setting.ts';
import { wayWords } from '../ways/words.ts';
import { labelAddress, labelOfKey } from './label-key.ts';
import { renderGoneLabel, renderLabelPage } from './label-page.tsx';
import { readLabelPage } from './read-label-page.server.ts';

interface Needs {
  files: FileStore;
  secrets: readonly [string, ...string[]];
}

type Label = NonNullable<Awaited<ReturnType<typeof labelOf>>>;

const guarded = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'private, no-store' };

/** A label for whoever holds its key: its file, its code, or a page to print. A key that is none, or is over, or whose label is, is answered alike. */
export async function answerLabel(request: Request, proxy: Pick<ProxyRequest, 'ctx' | 'liquid' | 'locales'>, needs: Needs): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response('Method Not Allowed', { status: 405, headers: { allow: 'GET, HEAD' } });
  const show = new URL(request.url).searchParams.get('show');
  const label = await labelOf(request, proxy, needs);
  const answer = label && (show === 'page' ? await pageOf(label, proxy, needs) : await fileOf(label, show === 'qr' ? 'qr' : 'label', proxy, needs));
  return answer ?? proxy.liquid(renderGoneLabel(wayWords(proxy.locales)), { status: 404, headers: guarded });
}

async function labelOf(request: Request, { ctx }: Pick<ProxyRequest, 'ctx'>, { secrets }: Needs) {
  const id = labelOfKey(ctx.shop, new URL(request.url).searchParams.get('key') ?? '', { secrets, now: ctx.clock.now() });
  return id === null ? null : ctx.tx((tx) => tx.labels.findFirst({ where: { id, state: 'ready' } }));
}

async function pageOf(label: Label, { ctx, locales, liquid }: Pick<ProxyRequest, 'ctx' | 'liquid' | 'locales'>, { secrets: [secret] }: Needs): Promise<Response> {
  const { facts, ways } = await ctx.tx(async (tx) => ({ facts: await readLabelPage(tx, label), ways: (await readSetting(tx, waysBackSetting)).value }));
  const at = { id: label.id, readyAt: label.ready_at ?? label.created_at };
  const page = { ...facts, words: wayWords(locales), ways, file: label.file && labelAddress(ctx.shop, at, secret), qr: label.qr && labelAddress(ctx.shop, at, secret, 'qr') };
  return liquid(renderLabelPage(page), { headers: guarded });
}

async function fileOf(label: Label, what: 'label' | 'qr', { ctx }: Pick<ProxyRequest, 'ctx'>, { files }: Needs): Promise<Response | null> {
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
