import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Reads the shop's details from Shopify again. */
export const refreshShopJob = defineJob({ name: 'shops.refresh', payload: z.object({}) });

/** Finds out whether the shop really removed the app. */
export const confirmUninstallJob = defineJob({ name: 'shops.confirm-uninstall', payload: z.object({ at: z.iso.datetime({ offset: true }) }) });
