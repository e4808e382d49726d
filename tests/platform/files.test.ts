import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { insideTransaction } from '#app/platform/db/open-transaction.server.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import { createS3Store } from '#app/platform/files/s3-store.server.ts';
import { startS3Server } from './s3-server.ts';

const directory = await mkdtemp(join(tmpdir(), 'files-'));
const s3 = await startS3Server();
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
  await s3.close();
});
beforeEach(() => {
  s3.behaviour.failing = 0;
  s3.seen.length = 0;
});

const bytes = (text: string) => new TextEncoder().encode(text);
const stores = { 'a disk': createDiskStore(directory), 'a bucket': createS3Store(s3.bucket) };

describe.each(Object.entries(stores))('%s', (_, store) => {
  const read = async (key: string) => {
    const stream = await store.get(key);
    return stream && new Response(stream).text();
  };

  it('gives back what was put, byte for byte', async () => {
    const all = Uint8Array.from({ length: 70_000 }, (__, at) => at % 256);
    await store.put('shops/1/a/photo', all, 'image/jpeg');
    const stream = await store.get('shops/1/a/photo');
    expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(all);
  });

  it('replaces what was there', async () => {
    await store.put('shops/1/replaced', bytes('first, and longer'), 'text/plain');
    await store.put('shops/1/replaced', bytes('second'), 'text/plain');
    expect(await read('shops/1/replaced')).toBe('second');
  });

  it('has nothing under a key that was never put', async () => {
    expect(await read('shops/1/nothing')).toBeNull();
    expect(await read('shops/1/replaced/below-a-file')).toBeNull();
  });

  it('forgets named keys, and takes one that is not there for forgotten', async () => {
    await store.put('shops/1/gone', bytes('x'), 'text/plain');
    await store.remove(['shops/1/gone', 'shops/1/never-there']);
    expect(await read('shops/1/gone')).toBeNull();
  });

  it('forgets a folder with all that is in it, and nothing beside it', async () => {
    for (const key of ['shops/2/a', 'shops/2/b/c', 'shops/2/b/d', 'shops/2/e/f', 'shops/2/g', 'shops/22/a']) await store.put(key, bytes(key), 'text/plain');
    await store.removeAll('shops/2/');
    for (const key of ['shops/2/a', 'shops/2/b/c', 'shops/2/b/d', 'shops/2/e/f', 'shops/2/g']) expect(await read(key)).toBeNull();
    expect(await read('shops/22/a')).toBe('shops/22/a');
    await store.removeAll('shops/2/');
  });

  it.each(['../outside/x', 'shops/../../x', '/etc/passwd', 'shops//x', 'shops/./x', 'shops/x\0', 'shops/%2e%2e/x', 'shops\\..\\x', 'shops/X', 'alone', '', 'shops/.part'])('takes %j for no key', async (key) => {
    await expect(store.put(key, bytes('x'), 'text/plain')).rejects.toThrow('no key');
    await expect(store.get(key)).rejects.toThrow('no key');
    await expect(store.remove([key])).rejects.toThrow('no key');
  });

  it.each(['', '/', '../', 'shops', 'shops/../', './'])('takes %j for no folder', async (folder) => {
    await expect(store.removeAll(folder)).rejects.toThrow('no folder');
  });

  it('is not used while a transaction is open', async () => {
    await expect(insideTransaction(() => store.put('shops/1/x', bytes('x'), 'text/plain'))).rejects.toThrow('inside a database transaction');
    await expect(insideTransaction(() => store.removeAll('shops/1/'))).rejects.toThrow('inside a database transaction');
  });
});

describe('a disk', () => {
  it('never shows half a file: readers see the former or the new one while many write', async () => {
    const store = stores['a disk'];
    const versions = Array.from({ length: 12 }, (_, at) => String(at % 10).repeat(40_000 + at));
    await store.put('shops/3/busy', bytes(versions[0] ?? ''), 'text/plain');
    const writing = Promise.all(versions.map((text) => store.put('shops/3/busy', bytes(text), 'text/plain')));
    for (let at = 0; at < 20; at += 1) expect(versions).toContain(await new Response(await store.get('shops/3/busy')).text());
    await writing;
    expect(await readdir(join(directory, 'shops/3'))).toEqual(['busy']);
  });
});

describe('a bucket', () => {
  it('is told the type of what it keeps', async () => {
    await stores['a bucket'].put('shops/4/p', bytes('x'), 'image/webp');
    expect(s3.objects.get('shops/4/p')?.contentType).toBe('image/webp');
  });

  it('that is busy for a moment is asked again', async () => {
    s3.behaviour.failing = 2;
    await stores['a bucket'].put('shops/4/again', bytes('x'), 'text/plain');
    expect(s3.objects.has('shops/4/again')).toBe(true);
    expect(s3.seen).toHaveLength(3);
  });

  it('that refuses us is a failure that names the reason and no secret', async () => {
    const stranger = createS3Store({ ...s3.bucket, secretAccessKey: 'another secret' });
    const refused = stranger.put('shops/4/refused', bytes('x'), 'text/plain');
    await expect(refused).rejects.toThrow('The bucket answered PUT with 403 (SignatureDoesNotMatch).');
    await expect(stranger.get('shops/4/p')).rejects.toThrow('403');
    expect(s3.objects.has('shops/4/refused')).toBe(false);
  });

  it('that is not there is a failure, not an empty one', async () => {
    const nowhere = createS3Store({ ...s3.bucket, name: 'nowhere' });
    await expect(nowhere.put('shops/4/x', bytes('x'), 'text/plain')).rejects.toThrow('no such bucket');
    await expect(nowhere.removeAll('shops/4/')).rejects.toThrow('no such bucket');
  });
});
