import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeRequestPhotos, requestBehind, requestPhoto } from '#app/modules/returns/index.server.ts';
import { forgetRequests } from '#app/modules/returns/requests/forget-requests.server.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import { confirmed, openRequestsStage, type RequestsShop } from './stage.ts';

const stage = await openRequestsStage();
const directory = await mkdtemp(join(tmpdir(), 'request-photos-'));
const files = createDiskStore(directory);
afterAll(() => rm(directory, { recursive: true, force: true }));
const numberOf = (id = '') => id.split('/').at(-1) ?? '';

/** A return that was asked for with a photo. */
async function withPhoto(): Promise<{ shop: RequestsShop; returnId: string; key: string }> {
  const shop = await stage.open({ base: { evidence: { photos: 1, questions: ['Was it worn?'] } } });
  const key = `shops/${shop.ctx.shop.id}/returns/11111111-0000-4000-8000-000000000001.webp`;
  await files.put(key, new Uint8Array([1, 2, 3]), 'image/webp');
  await confirmed(shop, [shop.wish({ photos: [key], answers: ['Once'], note: 'It has a stain.' })]);
  return { shop, returnId: numberOf(shop.returns()[0]?.id), key };
}

describe('a photo that came with a wish', () => {
  it('is shown to people of the shop as a picture in which nothing runs', async () => {
    const { shop, returnId } = await withPhoto();
    const answer = await requestPhoto(shop.ctx, files, { id: returnId, photo: '11111111-0000-4000-8000-000000000001.webp' });
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([1, 2, 3]);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  });

  it('is nothing for another shop, another return, or under a name that leads elsewhere', async () => {
    const [{ shop, returnId }, { shop: another }] = [await withPhoto(), await withPhoto()];
    const photo = '11111111-0000-4000-8000-000000000001.webp';
    for (const [ctx, id, name] of [[another.ctx, `${returnId}9`, photo], [shop.ctx, '999', photo], [shop.ctx, returnId, '../../../etc/passwd'], [shop.ctx, returnId, 'x.webp'], [shop.ctx, 'x', photo]] as const) {
      await expect(requestPhoto(ctx, files, { id, photo: name })).rejects.toMatchObject({ status: 404 });
    }
  });

  it('goes with its customer, whose words go too; what came back and on which terms stays', async () => {
    const { shop, returnId, key } = await withPhoto();
    await removeRequestPhotos(shop.ctx, files, { keys: [key] });
    expect(await files.get(key)).not.toBeNull();
    await shop.ctx.tx((tx) => forgetRequests(tx, [shop.orderId]));
    await removeRequestPhotos(shop.ctx, files, { keys: [key] });
    expect(await files.get(key)).toBeNull();
    const request = await shop.ctx.tx((tx) => requestBehind(tx, returnId));
    expect(request?.lines).toMatchObject([{ note: '', answers: [], photos: [], units: 1, outcome: 'refund', offer: { offer: { allowed: true } } }]);
  });
});
