import { ExpectedError } from '#app/kernel/errors.ts';
import type { FormErrors } from '#app/ui/read-form.ts';

/** Does what saves a form; where somebody else changed the setting meanwhile, that is said to the form instead of thrown. */
export async function orConflict<Saved>(save: () => Promise<Saved>): Promise<Saved | { errors: FormErrors }> {
  try {
    return await save();
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'conflict') return { errors: { fields: {}, form: error.code } };
    throw error;
  }
}
