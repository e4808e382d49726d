import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node';
import { ExpectedError } from '#app/kernel/errors.ts';
import { PictureRefused } from '#app/platform/files/picture-refused.ts';
import { pictureLimits } from '#app/platform/files/read-picture.server.ts';
import { problemLimits } from './problem.ts';

/** What a form with photos held. */
export interface ProblemForm {
  fields: URLSearchParams;
  photos: Uint8Array[];
}

export interface FormLimits {
  photos: number;
  photoBytes: number;
  /** All that is not a photo, together. */
  fieldBytes: number;
}

const usual: FormLimits = { photos: problemLimits.photos, photoBytes: pictureLimits.bytes, fieldBytes: 64 * 1024 };

/**
 * Reads a form with photos and stops as soon as a limit is passed, whatever the request said about its length: a PictureRefused for a photo
 * too big or too many, a 413 for anything else. An empty file field is no photo. What came before stands in the caller's `fields` even then.
 */
export async function readProblemForm(request: Request, limits: FormLimits = usual, fields = new URLSearchParams()): Promise<ProblemForm> {
  const most = limits.photos * limits.photoBytes + 2 * limits.fieldBytes;
  const whole = bounded(request, most);
  const photos: Uint8Array[] = [];
  if (!/^multipart\/form-data/i.test(request.headers.get('content-type') ?? '')) {
    for (const [name, value] of new URLSearchParams(await whole.text().catch(rethrown))) fields.append(name, value);
    return { fields, photos };
  }
  let fieldBytes = 0;
  await parseMultipart(whole, async ({ name, filename, data }) => {
    const isPhoto = filename !== undefined;
    if (isPhoto && filename !== '' && photos.length >= limits.photos) throw new PictureRefused('too_many_pictures');
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of data) {
      size += part.length;
      if (isPhoto && size > limits.photoBytes) throw new PictureRefused('picture_too_big');
      if (!isPhoto && fieldBytes + size > limits.fieldBytes) throw tooLarge();
      parts.push(part);
    }
    if (!isPhoto) {
      fieldBytes += size;
      fields.append(name ?? '', Buffer.concat(parts).toString('utf8'));
    } else if (size > 0) photos.push(Buffer.concat(parts));
    return undefined;
  }).catch(rethrown);
  return { fields, photos };
}

/** The same request, whose body ends in a failure once it is longer than it may be. */
function bounded(request: Request, most: number): Request {
  let size = 0;
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(part, controller) {
        size += part.length;
        if (size > most) controller.error(tooLarge());
        else controller.enqueue(part);
      },
    }),
  );
  return new Request(request.url, { method: 'POST', headers: request.headers, body: counted ?? null, duplex: 'half' } as RequestInit);
}

function tooLarge(): ExpectedError {
  return new ExpectedError('form_too_large', 413, 'The form is larger than any that we take.');
}

/** What the parser could not read is the sender's mistake. */
function rethrown(error: unknown): never {
  throw error instanceof ExpectedError ? error : new ExpectedError('bad_form', 400, 'The body is not a form.');
}
