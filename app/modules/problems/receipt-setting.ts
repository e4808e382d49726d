import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

/** Whether a report is answered at once with a mail that says that it came in. */
export const receiptSetting: Setting<{ on: boolean }> = { name: 'problem-receipt', schema: z.object({ on: z.boolean() }), initial: { on: true } };
