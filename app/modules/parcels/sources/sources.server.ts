import { aftership } from './aftership.server.ts';
import { easypost } from './easypost.server.ts';
import { karrio } from './karrio.server.ts';
import { seventeenTrack } from './seventeen-track.server.ts';
import type { Source, SourceKey } from './source.ts';

/** Every source that can be connected. */
export const sources: Readonly<Record<SourceKey, Source>> = { '17track': seventeenTrack, aftership, easypost, karrio };
