import { describe, expect, it } from 'vitest';
import { senderSchema } from '#app/modules/settings/index.server.ts';
import { readForm } from '#app/ui/read-form.ts';

function form(values: Record<string, string | Blob>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

describe('a submitted form', () => {
  it('is read with its texts trimmed and everything unknown left out', () => {
    expect(readForm(senderSchema, form({ displayName: '  River & Oak ', replyTo: '', version: '3', shop_id: '9' }))).toEqual({
      ok: true,
      value: { displayName: 'River & Oak', replyTo: '' },
    });
  });

  it('names the first complaint of each field', () => {
    expect(readForm(senderSchema, form({ displayName: `${'x'.repeat(80)}<`, replyTo: 'nobody' }))).toEqual({
      ok: false,
      errors: { fields: { displayName: 'nameTooLong', replyTo: 'email' }, form: null },
    });
  });

  it('complains about a field that was not sent, or sent as a file', () => {
    const read = readForm(senderSchema, form({ displayName: new Blob(['x']) }));
    expect(read).toEqual({ ok: false, errors: { fields: { displayName: 'required', replyTo: 'email' }, form: null } });
  });

  it('refuses a sender name that could add a header to a mail', () => {
    expect(readForm(senderSchema, form({ displayName: 'a\r\nBcc: b@example.com', replyTo: '' })).ok).toBe(false);
  });
});
