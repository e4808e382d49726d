import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ExpectedError } from '#app/kernel/errors.ts';
import { asTyped } from '#app/kernel/text.ts';

/** The fields a form was submitted with, their texts as they were typed; a body that is no form is the sender's mistake, not ours. */
export async function submittedForm(request: Request): Promise<FormData> {
  const fields = new FormData();
  for (const [name, value] of await sentFields(request)) {
    if (typeof value === 'string') fields.append(name, asTyped(value));
    else fields.append(name, value);
  }
  return fields;
}

/** What a form makes is called by the key its page gave the wish (`useRequestKey`): sent twice, it makes one thing. */
export function idOfNew(form: FormData): string {
  return z.uuid().catch(() => randomUUID()).parse(form.get('key'));
}

const aVersion = z.coerce.number().int().nonnegative().max(2_147_483_647).catch(-1);

/** The version of what a form changes, as it was shown; -1, which nothing has, where what it says is none. */
export function versionOf(form: FormData): number {
  return aVersion.parse(form.get('version'));
}

async function sentFields(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new ExpectedError('bad_form', 400, 'The body is not a form.');
  }
}
