import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

/** Whether customers may begin returns by themselves. */
export const portalSetting: Setting<{ open: boolean }> = { name: 'returns_portal', schema: z.object({ open: z.boolean('required') }), initial: { open: false } };
