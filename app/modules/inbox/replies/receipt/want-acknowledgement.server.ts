import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { acknowledgeJob } from '../jobs.ts';
import { replySetting } from '../reply-setting.ts';

/** Has a message that was just kept acknowledged, where the shop wants that, once this is committed: whatever goes wrong with it, the message is kept. */
export async function wantAcknowledgement(tx: ShopTx, messageId: bigint): Promise<void> {
  const { acknowledges } = (await readSetting(tx, replySetting)).value;
  if (acknowledges) await enqueue(tx, acknowledgeJob, { messageId: String(messageId) }, { key: `${acknowledgeJob.name}:${messageId}` });
}
