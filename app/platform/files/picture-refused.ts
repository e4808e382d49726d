import { ExpectedError } from '#app/kernel/errors.ts';

export type PictureProblem = 'not_a_picture' | 'picture_too_big' | 'too_many_pixels' | 'too_many_pictures';

/** A picture we do not take; `problem` says why in words a page has a sentence for. */
export class PictureRefused extends ExpectedError {
  readonly problem: PictureProblem;

  constructor(problem: PictureProblem) {
    super(problem, problem === 'picture_too_big' || problem === 'too_many_pictures' ? 413 : 422, `A picture was refused: ${problem}.`);
    this.name = 'PictureRefused';
    this.problem = problem;
  }
}
