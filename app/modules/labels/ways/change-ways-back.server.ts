import { notFound, unknownIntent } from '#app/kernel/errors.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { saveSetting, type SavedSetting } from '#app/modules/settings/index.server.ts';
import type { FormErrors } from '#app/ui/read-form.ts';
import { forgetLabelAccount, saveLabelAccount, testLabelAccount, type AccountTest } from '../accounts/save-label-account.server.ts';
import { readReturnAddressesJob } from '../make/jobs.ts';
import { isLabelService } from '../way-back.ts';
import { waysBackSetting, type WaysBack } from './ways-back-setting.ts';

export type WaysBackAnswer = SavedSetting<WaysBack> | { connected: true } | { removed: true } | AccountTest | { errors: FormErrors };

/** What the page of ways back asks for, by the intent of its form. */
export async function changeWaysBack(ctx: ShopContext, form: FormData, { sealer, by }: { sealer: Sealer; by: string | null }): Promise<WaysBackAnswer> {
  const intent = form.get('intent');
  if (intent === 'save-ways') return saveSetting(ctx, waysBackSetting, form, { by, afterwards: (tx) => enqueue(tx, readReturnAddressesJob, {}, { key: readReturnAddressesJob.name }) });
  const service = String(form.get('service'));
  if (!isLabelService(service)) throw notFound('service');
  switch (intent) {
    case 'connect': {
      const answer = await saveLabelAccount(ctx, sealer, service, form, by);
      return 'saved' in answer ? { connected: true } : answer;
    }
    case 'test':
      return testLabelAccount(ctx, sealer, service);
    case 'disconnect':
      await forgetLabelAccount(ctx, service, by);
      return { removed: true };
    default:
      throw unknownIntent();
  }
}
