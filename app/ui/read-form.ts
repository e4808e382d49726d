import type { z } from 'zod';

/** What was wrong with a form: the first complaint of each field, and of the form as a whole. Names of texts, not texts. */
export interface FormErrors {
  fields: Readonly<Record<string, string>>;
  form: string | null;
}

/** What a schema says is wrong, under the dotted paths of its fields (`words.de`). */
export function wrongFields(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map(({ path, message }) => [path.join('.') || 'form', message]));
}

export type FormReading<Value> = { ok: true; value: Value } | { ok: false; errors: FormErrors };

/**
 * Reads a submitted form through a zod schema, every text trimmed. The schema's messages are names of texts, so that the
 * screen says them in its reader's language.
 */
export function readForm<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, form: FormData): FormReading<z.infer<z.ZodObject<Shape>>> {
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = form.get(name);
    if (typeof value === 'string') given[name] = value.trim();
  }
  const read = schema.safeParse(given);
  if (read.success) return { ok: true, value: read.data };
  const fields: Record<string, string> = {};
  let whole: string | null = null;
  for (const { path, message } of read.error.issues) {
    const name = path[0];
    if (typeof name === 'string') fields[name] ??= message;
    else whole ??= message;
  }
  return { ok: false, errors: { fields, form: whole } };
}
