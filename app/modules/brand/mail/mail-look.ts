import type { CSSProperties } from 'react';
import type { Brand } from '../brand.ts';
import { contrast, noticeable, readable } from '../contrast.ts';

const ink = '#1f2933';
const quiet = '#52606d';
const sheet = '#ffffff';
const night = { ground: '#111418', sheet: '#1c2127', box: '#2a3038', ink: '#eef1f4', quiet: '#aab4bf', line: '#39414b' } as const;
const font = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Hiragino Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans Arabic", Arial, sans-serif';

export type MailLook = ReturnType<typeof mailLook>;

/** How each part of a mail looks in these colours; styles stand inline because many mail programs know no others. */
export function mailLook({ button, buttonText, ground }: Pick<Brand, 'button' | 'buttonText' | 'ground'>) {
  const onGround = [quiet, ink, '#ffffff'].find((colour) => contrast(colour, ground) >= readable) ?? '#000000';
  const edge = contrast(button, sheet) < noticeable ? `1px solid ${buttonText}` : `1px solid ${button}`;
  return {
    body: { margin: 0, padding: 0, backgroundColor: ground, fontFamily: font },
    ground: { backgroundColor: ground, fontFamily: font },
    page: { padding: '24px 12px' },
    width: { maxWidth: 560, margin: '0 auto' },
    head: { padding: '0 4px 16px' },
    shop: { margin: 0, fontSize: 17, lineHeight: '24px', fontWeight: 700, color: onGround },
    logo: { display: 'inline-block', border: 0, maxWidth: '100%', color: onGround, fontSize: 17, fontWeight: 700 },
    sheet: { backgroundColor: sheet, borderRadius: 12 },
    inside: { padding: '28px 24px' },
    heading: { margin: '0 0 16px', fontSize: 22, lineHeight: '30px', fontWeight: 700, color: ink },
    paragraph: { margin: '0 0 16px', fontSize: 16, lineHeight: '25px', color: ink },
    link: { color: ink, textDecoration: 'underline' },
    code: { margin: '24px 0', fontSize: 32, lineHeight: '40px', fontWeight: 600, letterSpacing: 6, color: ink },
    box: { margin: '8px 0 0', backgroundColor: '#f3f4f6', borderRadius: 8 },
    boxInside: { padding: '8px 16px' },
    fact: { margin: '8px 0', fontSize: 16, lineHeight: '23px', color: ink, overflowWrap: 'anywhere' },
    label: { margin: '0 0 4px', fontSize: 13, lineHeight: '20px', color: quiet },
    actions: { padding: '24px 0 8px' },
    button: { padding: '13px 22px', borderRadius: 8, border: edge, backgroundColor: button, color: buttonText, fontSize: 16, lineHeight: '22px', fontWeight: 600, textDecoration: 'none' },
    contents: { paddingTop: 16 },
    row: { margin: '4px 0' },
    picture: { width: 60, padding: '4px 0' },
    image: { borderRadius: 6, display: 'block', objectFit: 'cover' },
    item: { padding: '4px 0', fontSize: 15, lineHeight: '22px', color: ink },
    line: { margin: '24px 0 16px', border: 'none', borderTop: '1px solid #e4e7eb' },
    note: { margin: '0 0 8px', fontSize: 13, lineHeight: '20px', color: quiet },
    address: { color: quiet, wordBreak: 'break-all' },
    foot: { padding: '16px 4px 0' },
    footer: { margin: '0 0 8px', fontSize: 13, lineHeight: '20px', color: onGround },
    footerLink: { color: onGround, textDecoration: 'underline' },
  } satisfies Readonly<Record<string, CSSProperties>>;
}

/** By night, for the programs that can. Inline styles are outweighed only so. No sign that markup would escape may stand in it. */
export function darkStyles({ button, buttonText, ground }: Pick<Brand, 'button' | 'buttonText' | 'ground'>): string {
  const kept = contrast(button, night.sheet) >= noticeable;
  const [face, words] = kept ? [button, buttonText] : [night.ink, night.ground];
  return `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){
.ground{background-color:${night.ground}!important}.sheet{background-color:${night.sheet}!important}.box{background-color:${night.box}!important}
.ink{color:${night.ink}!important}.quiet,.on-ground{color:${night.quiet}!important}.line{border-top-color:${night.line}!important}
.button{background-color:${face}!important;border-color:${face}!important;color:${words}!important}.button span{color:${words}!important}
.logo{background-color:${ground}!important;padding:8px 12px!important;border-radius:8px!important}}`;
}
