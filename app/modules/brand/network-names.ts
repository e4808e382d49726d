/** Where shops are found besides their own site. */
export const networks = ['instagram', 'facebook', 'tiktok', 'youtube', 'pinterest', 'x', 'linkedin', 'whatsapp', 'line', 'weibo', 'xiaohongshu'] as const;
export type Network = (typeof networks)[number];

/** What each calls itself. */
export const networkNames: Readonly<Record<Network, string>> = {
  instagram: 'Instagram', facebook: 'Facebook', tiktok: 'TikTok', youtube: 'YouTube', pinterest: 'Pinterest', x: 'X', linkedin: 'LinkedIn', whatsapp: 'WhatsApp', line: 'LINE', weibo: '微博', xiaohongshu: '小红书',
};
