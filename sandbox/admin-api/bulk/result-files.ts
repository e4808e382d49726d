import { createHmac, timingSafeEqual } from 'node:crypto';
import { createReadStream, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Response, Router } from 'express';
import express from 'express';

/** The result files of bulk operations and the door they are fetched through. */
export interface ResultFiles {
  create(name: string): Promise<FileHandle>;
  /** A signed address, good for seven days. */
  url(name: string): string;
  router: Router;
  /** Removes what was only for this run. */
  close(): void;
}

export interface ResultFilesDeps {
  dataDir: string | null;
  /** Signs the addresses. */
  secret: string;
  base(): string;
  now(): Date;
  /** Asked for each download: whether it is to break off in the middle. */
  breaksDownload(): boolean;
}

const WEEK_SECONDS = 7 * 86_400;

/** Files in `dataDir`, or in a temporary folder that goes with the run. */
export function openResultFiles(deps: ResultFilesDeps): ResultFiles {
  let folder: string | null = null;

  const sign = (name: string, expires: string) => createHmac('sha256', deps.secret).update(`${name} ${expires}`).digest('hex');
  const file = (name: string) => {
    folder ??= deps.dataDir === null ? mkdtempSync(join(tmpdir(), 'aftercare-bulk-')) : join(deps.dataDir, 'bulk');
    mkdirSync(folder, { recursive: true });
    return join(folder, `${name}.jsonl`);
  };

  function deny(response: Response): void {
    response.status(403).type('application/xml').send('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>');
  }

  const router = express.Router();
  router.get('/bulk-results/:name.jsonl', (request, response) => {
    const name = request.params.name ?? '';
    const { Expires: expires, Signature: signature } = request.query;
    if (typeof expires !== 'string' || typeof signature !== 'string' || !/^\w+$/.test(name)) return deny(response);
    const wanted = Buffer.from(sign(name, expires));
    const given = Buffer.from(signature);
    if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return deny(response);
    if (deps.now().getTime() > Number(expires) * 1000) return deny(response);
    response.type('application/jsonl');
    if (deps.breaksDownload()) return breakOff(response, file(name));
    response.sendFile(file(name));
  });

  function breakOff(response: Response, path: string): void {
    const whole = statSync(path).size;
    response.set('Content-Length', String(whole));
    createReadStream(path, { end: Math.floor(whole / 2) }).on('end', () => response.destroy()).pipe(response, { end: false });
  }

  return {
    create: (name) => open(file(name), 'w'),
    url(name) {
      const expires = String(Math.floor(deps.now().getTime() / 1000) + WEEK_SECONDS);
      const query = new URLSearchParams({ Expires: expires, Signature: sign(name, expires) });
      return `${deps.base()}/bulk-results/${name}.jsonl?${query}`;
    },
    router,
    close() {
      if (deps.dataDir === null && folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
}
