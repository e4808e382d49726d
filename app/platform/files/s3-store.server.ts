import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { refuseInsideTransaction } from '#app/platform/db/open-transaction.server.ts';
import { checkedFolder, checkedKey, type FileStore } from './file-store.ts';

/** A bucket of Amazon S3 or of anything that speaks like it (R2, MinIO, Spaces). */
export interface Bucket {
  /** `https://s3.eu-central-1.amazonaws.com`; the bucket follows as a folder. */
  endpoint: string;
  name: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** So long may one request take, and so many are on their way at once. */
const patience = 30_000;
const abreast = 8;

/** Files in a bucket. Requests that the bucket could not answer are tried again a few times. */
export function createS3Store({ endpoint, name, region, accessKeyId, secretAccessKey }: Bucket): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  const address = `${endpoint.replace(/\/$/, '')}/${name}`;

  const ask = async (method: string, path: string, init: RequestInit = {}): Promise<Response> => {
    refuseInsideTransaction('The file store');
    const answer = await client.fetch(`${address}${path}`, { ...init, method, signal: AbortSignal.timeout(patience) });
    if (answer.ok || answer.status === 404) return answer;
    throw new Error(`The bucket answered ${method} with ${answer.status}${codeIn(await answer.text())}.`);
  };
  const drop = async (key: string) => {
    const answer = await ask('DELETE', `/${checkedKey(key)}`);
    await answer.body?.cancel();
  };
  const remove = async (keys: readonly string[]) => {
    for (let at = 0; at < keys.length; at += abreast) await Promise.all(keys.slice(at, at + abreast).map(drop));
  };

  return {
    remove,
    async put(key, bytes, contentType) {
      // The signature covers the bytes: what was changed on its way is refused.
      const headers = { 'content-type': contentType, 'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex') };
      const answer = await ask('PUT', `/${checkedKey(key)}`, { body: Buffer.from(bytes), headers });
      await answer.body?.cancel();
      if (answer.status === 404) throw new Error('There is no such bucket.');
    },
    async get(key) {
      const answer = await ask('GET', `/${checkedKey(key)}`);
      if (answer.status !== 404) return answer.body;
      await answer.body?.cancel();
      return null;
    },
    async removeAll(folder) {
      const query = `?list-type=2&prefix=${encodeURIComponent(checkedFolder(folder))}`;
      // What was listed is gone before the next question: the first page is always the rest.
      for (;;) {
        const answer = await ask('GET', query);
        if (answer.status === 404) throw new Error('There is no such bucket.');
        const listed = [...(await answer.text()).matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key);
        if (listed.length === 0) return;
        await remove(listed);
      }
    },
  };
}

/** The code of a refusal: its message may repeat our address and names. */
function codeIn(body: string): string {
  const code = /<Code>(\w+)<\/Code>/.exec(body)?.[1];
  return code ? ` (${code})` : '';
}
