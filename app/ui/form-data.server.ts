import { ExpectedError } from '#app/kernel/errors.ts';

/** The fields a form was submitted with; a body that is no form is the sender's mistake, not ours. */
export async function submittedForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new ExpectedError('bad_form', 400, 'The body is not a form.');
  }
}
