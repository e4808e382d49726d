import type { Network } from './brand-setting.ts';

/** What each calls itself. */
export const networkNames: Readonly<Record<Network, string>> = {
  instagram: 'Instagram', facebook: 'Facebook', tiktok: 'TikTok', youtube: 'YouTube', pinterest: 'Pinterest', x: 'X', linkedin: 'LinkedIn', whatsapp: 'WhatsApp', line: 'LINE', weibo: '微博', xiaohongshu: '小红书',
};
