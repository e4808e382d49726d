import { PictureRefused } from '#app/platform/files/picture-refused.ts';
import { readProblemForm } from '#app/modules/problems/index.server.ts';

/** What the page's own forms sent; null for photos that were refused while they arrived. */
export interface VisitForm {
  fields: URLSearchParams;
  photos: Uint8Array[] | null;
}

const longestFields = 32 * 1024;

/** Reads a form of the page within its limits; only the report's may be large. What is no form is an empty one. */
export async function readVisitForm(request: Request): Promise<VisitForm> {
  const mayHavePhotos = /^multipart\/form-data/i.test(request.headers.get('content-type') ?? '');
  const fields = new URLSearchParams();
  try {
    if (mayHavePhotos) return await readProblemForm(request, undefined, fields);
    const text = await request.text();
    return { fields: text.length > longestFields ? fields : new URLSearchParams(text), photos: [] };
  } catch (error) {
    if (error instanceof PictureRefused) return { fields, photos: null };
    return { fields: new URLSearchParams(), photos: [] };
  }
}
