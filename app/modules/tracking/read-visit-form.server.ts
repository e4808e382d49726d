import { ExpectedError } from '#app/kernel/errors.ts';
import { asTyped } from '#app/kernel/text.ts';
import { PictureRefused, type PictureProblem } from '#app/platform/files/picture-refused.ts';
import { photosNotNow, readProblemForm } from '#app/modules/problems/index.server.ts';

/** What the page's own forms sent; in place of photos that were not taken, why. */
export interface VisitForm {
  fields: URLSearchParams;
  photos: Uint8Array[] | PictureProblem | 'not_now';
}

const longestFields = 32 * 1024;

/** Reads a form of the page within its limits; only the report's may be large, and only where its photos are admitted. What is no form is an empty one. */
export async function readVisitForm(request: Request, admits: (fields: URLSearchParams) => Promise<boolean>): Promise<VisitForm> {
  const mayHavePhotos = /^multipart\/form-data/i.test(request.headers.get('content-type') ?? '');
  const fields = new URLSearchParams();
  try {
    if (mayHavePhotos) return await readProblemForm(request, { fields, admits });
    const text = await request.text();
    if (text.length <= longestFields) for (const [name, value] of new URLSearchParams(text)) fields.append(name, asTyped(value));
    return { fields, photos: [] };
  } catch (error) {
    if (error instanceof PictureRefused) return { fields, photos: error.problem };
    if (error instanceof ExpectedError && error.code === photosNotNow) return { fields, photos: 'not_now' };
    return { fields: new URLSearchParams(), photos: [] };
  }
}
