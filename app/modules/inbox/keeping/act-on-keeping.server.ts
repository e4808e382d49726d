import { unknownIntent } from '#app/kernel/errors.ts';
import { saveSetting, type SavedSetting } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { contactOf } from './contact-of.ts';
import { findPerson, type KnownPerson } from './export-person.server.ts';
import { forgetPeople } from './forget-people.server.ts';
import { keepingSetting, type Keeping } from './keeping-setting.ts';
import { mayHandle } from './may-handle.server.ts';

/** What came of it: somebody was looked for, was taken out, or who asked may not do that. */
export type KeepingAnswer = SavedSetting<Keeping> | { is: 'found'; person: KnownPerson; /** Whether who asked may export and erase them. */ may: boolean } | { is: 'nobody' | 'erased' | 'may_not' };

/** Looks somebody up; saves how long words are kept, and takes a person out of the inbox for good, which only who may do everything may: neither brings a word back. */
export async function actOnKeeping(ctx: ShopContext, form: FormData, { by }: { by: string | null }): Promise<KeepingAnswer> {
  const contact = contactOf(String(form.get('contact') ?? ''));
  switch (form.get('intent')) {
    case 'save-keeping':
      return (await ctx.tx((tx) => mayHandle(tx, by))) ? saveSetting(ctx, keepingSetting, form, { by }) : { errors: { fields: {}, form: 'notAllowed' } };
    case 'find': {
      const person = await findPerson(ctx, contact);
      return person ? { is: 'found', person, may: await ctx.tx((tx) => mayHandle(tx, by)) } : { is: 'nobody' };
    }
    case 'erase':
      return ctx.tx(async (tx) => {
        if (!(await mayHandle(tx, by))) return { is: 'may_not' };
        await forgetPeople(tx, { customerId: null, contacts: [contact] }, ctx.clock.now());
        return { is: 'erased' };
      });
    default:
      throw unknownIntent();
  }
}
