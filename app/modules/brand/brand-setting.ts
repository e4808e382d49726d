import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';
import { colourPattern, contrast, readable } from './contrast.ts';
import { logoFilePattern } from './logo-file.ts';
import { networks } from './network-names.ts';

const colour = z.string().regex(colourPattern, 'colour');
const https = z.url({ protocol: /^https$/, error: 'httpsAddress' }).max(500, 'tooLong');

/** A picture that was sent to us, or one that lies elsewhere; `height` is how high it stands in a mail. */
const logoSchema = z.union([z.object({ file: z.string().regex(logoFilePattern), width: z.int().min(1).max(1_200), height: z.int().min(1).max(400) }), z.object({ url: https })]);

const schema = z
  .object({
    logo: logoSchema.nullable(),
    button: colour,
    buttonText: colour,
    ground: colour,
    footer: z.string().max(400, 'tooLong'),
    address: z.string().max(300, 'tooLong'),
    links: z.array(z.object({ network: z.enum(networks), url: https })).max(networks.length),
  })
  .refine(({ button, buttonText }) => !colourPattern.test(button) || !colourPattern.test(buttonText) || contrast(button, buttonText) >= readable, { path: ['buttonText'], error: 'contrast' });

export type BrandSettings = z.infer<typeof schema>;

/** How the shop's mail looks; unset it wears the shop's name and quiet colours. */
export const brandSetting: Setting<BrandSettings> = {
  name: 'brand',
  schema,
  initial: { logo: null, button: '#1f2933', buttonText: '#ffffff', ground: '#f3f4f6', footer: '', address: '', links: [] },
};
