import type { CSSProperties } from 'react';

const ink = '#1f2933';
const quiet = '#52606d';
const font = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Hiragino Sans", "PingFang SC", "Microsoft YaHei", Arial, sans-serif';

/** How each part looks; styles stand inline because many mail programs know no others. */
export const look = {
  body: { margin: 0, padding: 0, fontFamily: font },
  ground: { backgroundColor: '#f3f4f6' },
  page: { maxWidth: 560, margin: '0 auto', padding: '24px 12px' },
  shop: { margin: '0 0 12px', fontSize: 15, lineHeight: '22px', fontWeight: 600, color: quiet },
  sheet: { backgroundColor: '#ffffff', borderRadius: 12, padding: '28px 24px' },
  heading: { margin: '0 0 16px', fontSize: 24, lineHeight: '32px', fontWeight: 700, color: ink },
  paragraph: { margin: '0 0 16px', fontSize: 16, lineHeight: '25px', color: ink },
  link: { color: ink, textDecoration: 'underline' },
  box: { margin: '8px 0 0', padding: '8px 16px', backgroundColor: '#f3f4f6', borderRadius: 8 },
  fact: { margin: '8px 0', fontSize: 16, lineHeight: '23px', color: ink, overflowWrap: 'anywhere' },
  label: { margin: '0 0 4px', fontSize: 13, lineHeight: '20px', color: quiet },
  actions: { padding: '24px 0 8px' },
  button: { padding: '13px 22px', borderRadius: 8, backgroundColor: ink, color: '#ffffff', fontSize: 16, lineHeight: '22px', fontWeight: 600, textDecoration: 'none' },
  contents: { paddingTop: 16 },
  row: { margin: '4px 0' },
  picture: { width: 60, padding: '4px 0' },
  image: { borderRadius: 6, display: 'block' },
  item: { padding: '4px 0', fontSize: 15, lineHeight: '22px', color: ink },
  line: { margin: '24px 0 16px', border: 'none', borderTop: '1px solid #e4e7eb' },
  note: { margin: '0 0 8px', fontSize: 13, lineHeight: '20px', color: quiet },
  address: { color: quiet, wordBreak: 'break-all' },
  footer: { margin: '16px 4px 0', fontSize: 13, lineHeight: '20px', color: quiet },
} satisfies Readonly<Record<string, CSSProperties>>;

/** By night, for the programs that can. Inline styles are outweighed only so. No sign that markup would escape may stand in it. */
export const darkStyles = `:root{color-scheme:light dark}.ground{background-color:#f3f4f6}@media (prefers-color-scheme:dark){
.ground{background-color:#111418!important}.sheet{background-color:#1c2127!important}.box{background-color:#2a3038!important}
.ink{color:#eef1f4!important}.quiet{color:#aab4bf!important}.button{background-color:#eef1f4!important;color:#111418!important}.line{border-top-color:#39414b!important}}`;
