import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(Boolean);
// Shopify's CLI writes `shopify.d.ts` anew whenever it bundles.
const source = tracked.filter((file) => /^(app|sandbox|extensions|prisma|tests)\//.test(file) && !file.endsWith('/shopify.d.ts') && existsSync(file));

/** The room of a file of the app: a module, a room of the platform, or one of the other folders. */
const roomOf = (file: string) => /^app\/(?:((?:modules|platform)\/[^/]+)|([^/]+))\//.exec(file)?.slice(1).find(Boolean) ?? '';

function wronglyNamedImports(file: string): string[] {
  const named = [...readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'((?:#app|\.\.?)\/[^']+)'/g)].flatMap((found) => found[1] ?? []);
  return named.filter((name) => {
    const target = name.startsWith('#') ? name.slice(1) : posix.join(posix.dirname(file), name);
    return target.startsWith('app/') && name.startsWith('#') === (roomOf(target) === roomOf(file));
  });
}

describe('the house', () => {
  it('has at its top level only what the design names', () => {
    const allowed = /^(app|extensions|prisma|sandbox|tests|docs)$|^(shopify\.app\.toml|shopify\.web\.toml|package\.json|package-lock\.json|tsconfig\.json|remix\.config\.js|vite\.config\.ts|README\.md|Dockerfile)$|^\./;
    expect([...new Set(tracked.map((file) => file.split('/')[0] ?? ''))].filter((name) => !allowed.test(name))).toEqual([]);
  });

  it('has no folder or file named utils, helpers, common, lib, misc or services', () => {
    expect(source.filter((file) => /(^|\/)(utils?|helpers?|common|lib|misc|services?)(\/|\.[a-z]+)/.test(file))).toEqual([]);
  });

  it('names files in kebab-case', () => {
    const names = source.filter((file) => /\.(ts|tsx)$/.test(file) && !file.startsWith('app/routes/')).map((file) => file.split('/').at(-1) ?? '');
    expect(names.filter((name) => !/^[a-z0-9-]+(\.(server|pure|client|test|generated|d|bench|config))?\.tsx?$/.test(name))).toEqual([]);
  });

  it('keeps route files at 60 lines or fewer', () => {
    const long = source.filter((file) => file.startsWith('app/routes/') && readFileSync(file, 'utf8').trimEnd().split('\n').length > 60);
    expect(long).toEqual([]);
  });

  it('reads the environment in one place of the app', () => {
    const readers = source.filter((file) => /^app\/.*\.tsx?$/.test(file) && /process\.env/.test(readFileSync(file, 'utf8')));
    expect(readers).toEqual(['app/main/run-process.server.ts']);
  });

  it('leaves nothing to be done later in the code', () => {
    const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK:', '@ts-' + 'ignore', '@ts-' + 'nocheck'].join('|'));
    expect(source.filter((file) => /\.(tsx?|liquid|css|js|mjs)$/.test(file) && marks.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('gives every module and every room of the platform and the sandbox a README', () => {
    const rooms = new Set(source.flatMap((file) => /^(app\/(?:modules|platform)\/[^/]+|sandbox\/[^/]+)\/.+/.exec(file)?.[1] ?? []));
    expect([...rooms].filter((room) => !existsSync(`${room}/README.md`))).toEqual([]);
  });

  it('never filters by shop by hand: the database does it', () => {
    const stores = source.filter((file) => /^app\/modules\/.*\.ts$/.test(file));
    expect(stores.filter((file) => /where[^`]{0,80}\bshop_id\s*=/i.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('imports by a relative path inside a room and by #app/ across rooms', () => {
    const wrong = source.filter((file) => /^app\/.*\.tsx?$/.test(file)).flatMap((file) => wronglyNamedImports(file).map((name) => `${file}: ${name}`));
    expect(wrong).toEqual([]);
  });
});
