import { type Picture, shadow } from './picture.ts';

const stripes = (y: number, colour: string, height = 16): string => `<path d="M96 ${y}h408v${height}H96Z" fill="${colour}"/>`;

/** Drawings of what stays at home, by product handle. */
export const homePictures: Record<string, Picture> = {
  'wool-blanket': {
    wall: '#e7d9c6',
    table: '#a98b66',
    shapes: `${shadow(300, 622, 230)}
<path d="M96 470c0-26 16-40 40-40h328c24 0 40 14 40 40v116c0 20-14 34-34 34H130c-20 0-34-14-34-34Z" fill="#9c4a34"/>${stripes(500, '#e9d9bb')}${stripes(530, '#2b5347', 10)}${stripes(556, '#e9d9bb')}
<path d="M96 340c0-26 16-40 40-40h328c24 0 40 14 40 40v106c-8-12-20-16-40-16H136c-20 0-32 4-40 16Z" fill="#b65c42"/>${stripes(356, '#f1e3c8')}${stripes(386, '#2b5347', 10)}
<path d="M96 470c0-26 16-40 40-40h328c24 0 40 14 40 40v116c0 20-14 34-34 34H130c-20 0-34-14-34-34ZM96 340c0-26 16-40 40-40h328c24 0 40 14 40 40v90H96Z" fill="url(#shade)" opacity=".6"/>
<path d="M100 446c160 14 260 14 400 0" fill="none" stroke="#5f2517" stroke-width="5" opacity=".5"/><g stroke="#f1e3c8" stroke-width="4"><path d="M120 620v22M150 620v22M180 620v22M210 620v22M240 620v22M270 620v22M300 620v22M330 620v22M360 620v22M390 620v22M420 620v22M450 620v22M480 620v22"/></g>
<path d="M420 404h62v50h-62Z" fill="#f5efe0"/><path d="m432 442 14-22 10 12 6-6 12 16Z" fill="#2b5347"/>`,
  },
  'field-notebook': {
    wall: '#d8d3c0',
    table: '#c0a579',
    shapes: `${shadow(310, 632, 190)}
<g transform="rotate(-7 300 420)"><path d="M160 190h282v430H160Z" fill="#f7f1df"/><path d="M150 184h282v430H150Z" fill="#2f4a5a"/><path d="M150 184h44v430h-44Z" fill="#22363f"/><path d="M150 184h282v430H150Z" fill="url(#shade)" opacity=".5"/>
<path d="M238 270h150v92H238Z" fill="#f1e6cc"/><path d="M256 300h114M256 320h114M256 340h74" stroke="#2f4a5a" stroke-width="5"/><path d="M408 184v430" stroke="#c8712f" stroke-width="9"/></g>
<g transform="rotate(24 470 470)"><path d="M462 260h22v290h-22Z" fill="#d9a441"/><path d="M462 550h22l-11 40Z" fill="#ecd6ac"/><path d="m469 576 4 14 4-14Z" fill="#2a2a2a"/><path d="M462 236h22v24h-22Z" fill="#b3553f"/></g>`,
  },
  'wool-socks': {
    wall: '#cbd3c4',
    table: '#b79c78',
    shapes: `${shadow(310, 628, 190)}
<path d="M190 170h120v270c0 30 20 44 50 58l86 38c40 20 30 84-16 84H270c-50 0-80-30-80-80Z" fill="#5b6c55"/><path d="M150 200h120v270c0 30 20 44 50 58l86 38c40 20 30 84-16 84H230c-50 0-80-30-80-80Z" fill="#71856a"/><path d="M150 200h120v270c0 30 20 44 50 58l86 38c40 20 30 84-16 84H230c-50 0-80-30-80-80Z" fill="url(#shade)" opacity=".6"/>
<path d="M150 200h120v56H150Z" fill="#ecdfc3"/><path d="M150 286h120v14H150ZM150 316h120v14H150Z" fill="#b0523a"/><path d="M404 566c42 18 34 84-14 84h-40c-24-30 10-90 54-84Z" fill="#b0523a"/><path d="M150 540c30-16 70 10 70 60 0 20-10 40-20 46-30-10-50-36-50-66Z" fill="#b0523a"/>
<g stroke="#d8c8a4" stroke-width="3"><path d="M164 204v48M180 204v48M196 204v48M212 204v48M228 204v48M244 204v48M258 204v48"/></g>`,
  },
  'beeswax-candle': {
    wall: '#e9dcc3',
    table: '#8f7352',
    shapes: `<circle cx="270" cy="220" r="150" fill="#ffe3a1" opacity=".5"/>${shadow(310, 620, 160)}
<path d="M220 300h100v300H220Z" fill="#e2b04a"/><path d="M220 300h100v300H220Z" fill="url(#shade)" opacity=".7"/><path d="m220 340 100-40M220 400l100-40M220 460l100-40M220 520l100-40M220 580l100-40" stroke="#b9862b" stroke-width="4" opacity=".6"/>
<path d="M270 300v-28" stroke="#3b2a1a" stroke-width="5"/><path d="M270 190c22 32 26 50 14 72-6 10-22 10-28 0-12-22-4-40 14-72Z" fill="#f08f2b"/><path d="M270 226c10 16 12 26 6 36-3 5-9 5-12 0-6-10-2-20 6-36Z" fill="#fff2c8"/>
<path d="M348 420h84v184h-84Z" fill="#d39c35"/><path d="M348 420h84v184h-84Z" fill="url(#shade)" opacity=".7"/><path d="m348 460 84-34M348 520l84-34M348 580l84-34" stroke="#a87722" stroke-width="4" opacity=".6"/><path d="M390 420v-26" stroke="#3b2a1a" stroke-width="5"/>
<path d="M190 596h160l-14 24H204ZM330 600h122l-12 20H342Z" fill="#7d5526"/>`,
  },
  'bread-board': {
    wall: '#d3d8d0',
    table: '#cdb48c',
    shapes: `${shadow(300, 642, 200)}
<g transform="rotate(-4 300 400)"><path d="M268 90h64c14 0 22 10 22 24v96h60c34 0 56 22 56 56v330c0 26-18 44-44 44H174c-26 0-44-18-44-44V266c0-34 22-56 56-56h60v-96c0-14 8-24 22-24Z" fill="#b97f4a"/><path d="M130 300c120 30 230-34 340 6M130 380c140 24 200-40 340 0M130 470c110 34 240-30 340 8M130 560c120 26 230-30 340 0" fill="none" stroke="#9a6536" stroke-width="5" opacity=".7"/><path d="M268 90h64c14 0 22 10 22 24v96h60c34 0 56 22 56 56v330c0 26-18 44-44 44H174c-26 0-44-18-44-44V266c0-34 22-56 56-56h60v-96c0-14 8-24 22-24Z" fill="url(#shade)" opacity=".4"/><circle cx="300" cy="136" r="16" fill="#d3d8d0"/></g>
<path d="M176 560c0-70 60-110 130-110s132 40 132 110c0 24-16 36-40 36H216c-24 0-40-12-40-36Z" fill="#c98b45"/><path d="M176 560c0-70 60-110 130-110s132 40 132 110c0 24-16 36-40 36H216c-24 0-40-12-40-36Z" fill="url(#shade)" opacity=".6"/><path d="m236 500 40 34M290 482l40 40M346 490l34 36" stroke="#f2dcae" stroke-width="12" stroke-linecap="round"/>`,
  },
  'brass-pen': {
    wall: '#d9d0c1',
    table: '#86694b',
    shapes: `<path d="M120 560h360v96H120Z" fill="#f4ecd9"/><path d="M150 588h200M150 612h260" stroke="#9c8f77" stroke-width="4" opacity=".7"/>
<g transform="rotate(38 300 400)"><ellipse cx="332" cy="430" rx="20" ry="200" fill="#1c1a14" opacity=".25" filter="url(#soft)"/><path d="M274 190h52v330h-52Z" fill="#c9973f"/><path d="M274 190h52v330h-52Z" fill="url(#shade)"/><path d="M278 520h44l-14 56h-16Z" fill="#a87722"/><path d="M292 576h16l-6 34h-4Z" fill="#3a332a"/><path d="M274 190c0-34 52-34 52 0Z" fill="#a87722"/><path d="M326 214h16v140l-16 10Z" fill="#b8862f"/><path d="M274 330h52M274 342h52" stroke="#8b6220" stroke-width="4"/></g>`,
  },
};
