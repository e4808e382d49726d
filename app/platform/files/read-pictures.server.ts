import { PictureRefused, type PictureProblem } from './picture-refused.ts';
import { readPicture, type Picture } from './read-picture.server.ts';

/** Reads pictures one after the other, for one may take much memory while it is read; answers what is wrong with the first that is refused. */
export async function readPictures(sent: readonly Uint8Array[]): Promise<Picture[] | PictureProblem> {
  const pictures: Picture[] = [];
  for (const bytes of sent) {
    try {
      pictures.push(await readPicture(bytes));
    } catch (error) {
      if (error instanceof PictureRefused) return error.problem;
      throw error;
    }
  }
  return pictures;
}
