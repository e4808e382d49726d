import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node';
import { ExpectedError } from '#app/kernel/errors.ts';
import { asTyped } from '#app/kernel/text.ts';
import { PictureRefused } from '#app/platform/files/picture-refused.ts';
import { pictureLimits } from '#app/platform/files/picture-limits.ts';
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

interface Reading {
  limits?: FormLimits;
  /** Takes the fields as they come: what came before a refusal stands in them all the same. */
  fields?: URLSearchParams;
  /** Asked once, with the fields that came before, before the first byte of a photo is kept: whether photos are read now. */
  admits?(fields: URLSearchParams): Promise<boolean>;
}

const usual: FormLimits = { photos: problemLimits.photos, photoBytes: pictureLimits.bytes, fieldBytes: 64 * 1024 };

/** Photos that may not be read now; later they may. */
export const photosNotNow = 'photos_not_now';

/**
 * Reads a form with photos within its limits, whatever the request said about its length: a PictureRefused for a photo too big or too many,
 * `photosNotNow` where they are not admitted, a 413 for anything else. What is refused is read on and forgotten, for nobody hears an answer
 * while still sending; that, too, has an end. An empty file field is no photo.
 */
export async function readProblemForm(request: Request, { limits = usual, fields = new URLSearchParams(), admits = async () => true }: Reading = {}): Promise<ProblemForm> {
  const body = bounded(request, 3 * limits.photos * limits.photoBytes + 2 * limits.fieldBytes);
  const photos: Uint8Array[] = [];
  if (!/^multipart\/form-data/i.test(request.headers.get('content-type') ?? '')) {
    for (const [name, value] of new URLSearchParams(await body.whole.text().catch(rethrown))) fields.append(name, asTyped(value));
    return { fields, photos };
  }
  let fieldBytes = 0;
  const beginPhoto = async () => {
    if (photos.length >= limits.photos) throw new PictureRefused('too_many_pictures');
    if (photos.length === 0 && !(await admits(fields))) throw new ExpectedError(photosNotNow, 429, 'Photos are not taken right now.');
  };
  const reading = parseMultipart(body.whole, async ({ name, filename, data }) => {
    const isPhoto = filename !== undefined;
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of data) {
      if (isPhoto && size === 0) await beginPhoto();
      size += part.length;
      if (isPhoto && size > limits.photoBytes) throw new PictureRefused('picture_too_big');
      if (!isPhoto && fieldBytes + size > limits.fieldBytes) throw tooLarge();
      parts.push(part);
    }
    if (!isPhoto) {
      fieldBytes += size;
      fields.append(name ?? '', asTyped(Buffer.concat(parts).toString('utf8')));
    } else if (size > 0) photos.push(Buffer.concat(parts));
    return undefined;
  });
  await reading.catch(async (error: unknown) => {
    photos.length = 0;
    await body.forgetRest();
    rethrown(error);
  });
  return { fields, photos };
}

/** The same request, whose body ends in a failure once it is longer than it may be; the rest of it can be read and forgotten. */
function bounded({ body, headers, url }: Request, most: number) {
  const reader = body?.getReader();
  let size = 0;
  const next = async (): Promise<Uint8Array | undefined> => {
    const read = await reader?.read();
    size += read?.value?.length ?? 0;
    if (size > most) throw tooLarge();
    return read?.value;
  };
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = await next();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
  const forgetRest = async () => {
    while (await next().catch(() => undefined));
  };
  return { whole: new Request(url, { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit), forgetRest };
}

function tooLarge(): ExpectedError {
  return new ExpectedError('form_too_large', 413, 'The form is larger than any that we take.');
}

/** What the parser could not read is the sender's mistake. */
function rethrown(error: unknown): never {
  throw error instanceof ExpectedError ? error : new ExpectedError('bad_form', 400, 'The body is not a form.');
}
