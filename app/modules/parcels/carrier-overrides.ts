import { carrierOverrides, type CarrierOverride } from '#app/modules/carriers/index.server.ts';
import type { Setting } from '#app/modules/settings/index.server.ts';

/** What the merchant knows better about who carries what. */
export const carrierOverridesSetting: Setting<CarrierOverride[]> = { name: 'carrier-overrides', schema: carrierOverrides, initial: [] };
