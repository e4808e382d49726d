import { ExpectedError, unknownIntent } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { FormErrors } from '#app/ui/read-form.ts';
import { beginMailLogin, type MailLoginNeeds } from './begin-mail-login.server.ts';
import { makeDefault } from './make-default.server.ts';
import { createOpenImap } from './open-imap.server.ts';
import { readJunk } from './read-junk.server.ts';
import { removeMailbox } from './remove-mailbox.server.ts';
import { saveMailbox, type MailboxNeeds } from './save-mailbox.server.ts';
import { sendCheck } from './send-check.server.ts';

export type MailboxesAnswer = { done: true } | { goTo: string } | { saved: string } | { retryAfter: number } | { errors: FormErrors };

/** What the page of addresses asks for, by the intent of its form. */
export async function changeMailboxes(ctx: ShopContext, form: FormData, needs: MailboxNeeds & MailLoginNeeds & { locale: string }): Promise<MailboxesAnswer> {
  const id = String(form.get('id') ?? '');
  switch (form.get('intent')) {
    case 'save-mailbox':
      return saveMailbox(ctx, form, needs);
    case 'begin-login':
      return beginMailLogin(ctx, form, needs);
    case 'remove-mailbox':
      await removeMailbox(ctx, uuid(id));
      return { done: true };
    case 'make-default':
      return orInWords(() => makeDefault(ctx, uuid(id)));
    case 'read-junk':
      return readJunk(ctx, { id: uuid(id), isWanted: form.get('isWanted') === 'yes' }, { openImap: createOpenImap(needs), allowInside: needs.allowInside });
    case 'send-check':
      return orInWords(() => sendCheck(ctx, uuid(id), needs.locale));
    default:
      throw unknownIntent();
  }
}

/** What cannot be done as it stands is said on the card. */
async function orInWords(change: () => Promise<void>): Promise<MailboxesAnswer> {
  try {
    await change();
    return { done: true };
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'too_soon') return { retryAfter: Number(error.details.retryAfter) };
    if (error instanceof ExpectedError && error.code === 'not_proved') return { errors: { fields: {}, form: 'notProved' } };
    throw error;
  }
}

/** What cannot be anybody's id is nobody's: the database would not even take the question. */
const uuid = (id: string): string => (/^[0-9a-f-]{36}$/i.test(id) ? id : '00000000-0000-0000-0000-000000000000');
