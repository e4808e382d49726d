import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawPicture } from '../pictures/draw-picture.ts';
import type { Store, StoreResponse } from '../store.ts';

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  wasm: 'application/wasm',
};

/** Serves `/cdn/...`: theme assets, extension assets and product pictures; null for anything else. */
export async function serveAsset(store: Store, path: string): Promise<StoreResponse | null> {
  const picture = /^\/cdn\/shop\/files\/([a-z0-9-]+)\.svg$/.exec(path)?.[1];
  if (picture) return answer('svg', drawPicture(picture));
  const themeFile = /^\/cdn\/assets\/([\w.-]+)$/.exec(path)?.[1];
  if (themeFile) return readAsset(store.theme.assetsDir, themeFile);
  const [, extension, file] = /^\/cdn\/extensions\/([\w-]+)\/assets\/([\w.-]+)$/.exec(path) ?? [];
  const known = extension && [...store.appBlocks.values()].some((block) => block.extension === extension);
  return known && file ? readAsset(join(store.deps.extensionsDir, extension, 'assets'), file) : null;
}

async function readAsset(dir: string, file: string): Promise<StoreResponse | null> {
  const kind = file.split('.').pop() ?? '';
  if (!(kind in types)) return null;
  const content = await readFile(join(dir, file)).catch(() => null);
  return content && answer(kind, content);
}

function answer(kind: string, body: string | Buffer): StoreResponse {
  return { status: 200, headers: { 'content-type': types[kind] ?? 'application/octet-stream', 'cache-control': 'public, max-age=300' }, body };
}
