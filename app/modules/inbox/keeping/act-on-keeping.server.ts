import { unknownIntent } from '#app/kernel/errors.ts';
import { saveSetting, type SavedSetting } from '#app/modules/settings/index.server.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { contactOf } from './contact-of.ts';
import { findPerson, type KnownPerson } from './export-person.server.ts';
import { forgetPeople } from './forget-people.server.ts';
import { keepingSetting, type Keeping } from './keeping-setting.ts';

/** What came of it: somebody was looked for, was taken out, or who asked may not do that. */
export type KeepingAnswer = SavedSetting<Keeping> | { is: 'found'; person: KnownPerson } | { is: 'nobody' | 'erased' | 'may_not' };

/** Saves how long words are kept, looks somebody up, and takes them out of the inbox for good, which only who may do everything may. */
export async function actOnKeeping(ctx: ShopContext, form: FormData, { by }: { by: string | null }): Promise<KeepingAnswer> {
  const contact = contactOf(String(form.get('contact') ?? ''));
  switch (form.get('intent')) {
    case 'save-keeping':
      return saveSetting(ctx, keepingSetting, form, { by });
    case 'find': {
      const person = await findPerson(ctx, contact);
      return person ? { is: 'found', person } : { is: 'nobody' };
    }
    case 'erase':
      return ctx.tx(async (tx) => {
        if (by === null || !(await mayStaff(tx, by, 'beyond_limit'))) return { is: 'may_not' };
        await forgetPeople(tx, { customerId: null, contacts: [contact] }, ctx.clock.now());
        return { is: 'erased' };
      });
    default:
      throw unknownIntent();
  }
}
