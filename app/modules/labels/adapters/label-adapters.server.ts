import type { LabelService } from '../way-back.ts';
import { easypost } from './easypost.server.ts';
import type { LabelAdapter } from './label-adapter.ts';
import { shippo } from './shippo.server.ts';

/** Every service that can make labels. */
export const labelAdapters: Readonly<Record<LabelService, LabelAdapter>> = { easypost, shippo };
