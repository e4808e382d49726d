import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Bucket } from '#app/platform/files/s3-store.server.ts';
import { serveLocally } from '../harness/serve-locally.ts';

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const escaped = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A bucket in memory that answers signed requests only (AWS Signature Version 4) and lists two keys a page. */
export async function startS3Server() {
  const objects = new Map<string, { bytes: Buffer; contentType: string }>();
  const behaviour = { failing: 0 };
  const seen: string[] = [];
  const bucket: Bucket = { endpoint: '', name: 'photos', region: 'eu-test-1', accessKeyId: 'AKIATEST', secretAccessKey: 'wJalr/secret+key' };

  const { base, close } = await serveLocally(async (request, response) => {
    const body = await buffer(request);
    const { method = '', url = '' } = request;
    seen.push(`${method} ${url}`);
    const answer = (status: number, text: string | Buffer = '') => void response.writeHead(status).end(text);
    if (behaviour.failing > 0) {
      behaviour.failing -= 1;
      return answer(503, '<Error><Code>SlowDown</Code></Error>');
    }
    if (!isSigned(request, body, bucket)) return answer(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
    const { pathname, searchParams } = new URL(url, 'http://bucket');
    const key = pathname.slice(`/${bucket.name}/`.length);
    if (!`${pathname}/`.startsWith(`/${bucket.name}/`)) return answer(404, '<Error><Code>NoSuchBucket</Code></Error>');
    if (method === 'PUT') objects.set(key, { bytes: body, contentType: request.headers['content-type'] ?? '' });
    if (method === 'PUT') return answer(200);
    if (method === 'DELETE') objects.delete(key);
    if (method === 'DELETE') return answer(204);
    if (searchParams.get('list-type') === '2') {
      const keys = [...objects.keys()].filter((each) => each.startsWith(searchParams.get('prefix') ?? '')).sort().slice(0, 2);
      return answer(200, `<ListBucketResult>${keys.map((each) => `<Contents><Key>${each}</Key></Contents>`).join('')}</ListBucketResult>`);
    }
    const found = objects.get(key);
    return found ? answer(200, found.bytes) : answer(404, '<Error><Code>NoSuchKey</Code></Error>');
  });
  bucket.endpoint = base;
  return { bucket, objects, behaviour, seen, close };
}

/** Builds the signature anew from the request as it came and compares. */
function isSigned(request: IncomingMessage, body: Buffer, { accessKeyId, secretAccessKey, region }: Bucket): boolean {
  const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '');
  const [, credential = '', headerNames = '', signature = ''] = given ?? [];
  const moment = String(request.headers['x-amz-date'] ?? '');
  const day = moment.slice(0, 8);
  const payload = String(request.headers['x-amz-content-sha256'] ?? '');
  if (credential !== `${accessKeyId}/${day}/${region}/s3/aws4_request`) return false;
  if (!headerNames.split(';').includes('host') || (request.method === 'PUT' && payload !== sha256(body))) return false;
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://bucket');
  const query = [...searchParams].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).sort().join('&');
  const headers = headerNames.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`).join('');
  const canonical = [request.method, pathname, query, headers, headerNames, payload].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', moment, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n');
  const key = mac(mac(mac(mac(`AWS4${secretAccessKey}`, day), region), 's3'), 'aws4_request');
  return mac(key, toSign).toString('hex') === signature;
}
