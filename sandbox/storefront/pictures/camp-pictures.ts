import { type Picture, shadow } from './picture.ts';

/** Drawings of what goes to camp, by product handle. */
export const campPictures: Record<string, Picture> = {
  'enamel-mug': {
    wall: '#cfd9cd',
    table: '#b9a582',
    shapes: `${shadow(300, 600, 170)}
<path d="M408 400c86-14 116 40 96 92-16 42-60 62-104 54" fill="none" stroke="#1e3b33" stroke-width="24"/>
<path d="M176 344h248l-10 232c-1 14-12 22-26 22H212c-14 0-25-8-26-22Z" fill="#2b5347"/><path d="M176 344h248l-10 232c-1 14-12 22-26 22H212c-14 0-25-8-26-22Z" fill="url(#shade)"/>
<ellipse cx="300" cy="344" rx="126" ry="24" fill="#f5efe0"/><ellipse cx="300" cy="347" rx="112" ry="17" fill="#4a2f1c"/><path d="M174 344a126 24 0 0 0 252 0" fill="none" stroke="#14241f" stroke-width="7"/>
<g fill="#f5efe0" opacity=".8"><circle cx="226" cy="440" r="3"/><circle cx="262" cy="512" r="2.5"/><circle cx="352" cy="430" r="3"/><circle cx="372" cy="540" r="2.5"/><circle cx="300" cy="474" r="2"/><circle cx="240" cy="560" r="2"/><circle cx="330" cy="566" r="3"/></g>
<path d="m262 470 38-52 22 26 16-16 30 42Z" fill="#f5efe0"/><path d="M250 300c-18-22 18-34 0-58M302 296c-18-22 18-34 0-58M354 300c-18-22 18-34 0-58" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".55"/>`,
  },
  'storm-lantern': {
    wall: '#3c4f4b',
    table: '#6e5a3f',
    shapes: `<circle cx="300" cy="420" r="240" fill="#f0b14a" opacity=".16"/><circle cx="300" cy="420" r="150" fill="#f5c467" opacity=".2"/>${shadow(300, 602, 150)}
<path d="M190 300C190 130 410 130 410 300" fill="none" stroke="#c9973f" stroke-width="9"/>
<path d="M196 548h208l16 44H180Z" fill="#b37f2b"/><path d="M196 548h208l16 44H180Z" fill="url(#shade)"/><path d="M212 520h176l14 30H198Z" fill="#d09a3f"/>
<path d="M232 320c-34 70-34 140 0 200h136c34-60 34-130 0-200Z" fill="#f7e7bd" opacity=".6"/><path d="M300 380c30 46 40 66 22 96-10 16-34 16-44 0-16-28 4-50 22-96Z" fill="#ef9a2f"/><path d="M300 422c14 24 18 36 9 50-5 7-14 7-18 0-8-14 2-26 9-50Z" fill="#fff3cf"/><path d="M286 490h28v30h-28Z" fill="#8b6220"/>
<path d="M222 290h156l-12 32H234Z" fill="#d09a3f"/><path d="M256 246h88l12 44H244Z" fill="#b37f2b"/><path d="M256 246h88l12 44H244Z" fill="url(#shade)"/>
<path d="M206 320v200M394 320v200" stroke="#b37f2b" stroke-width="10"/><path d="M206 430h188" stroke="#b37f2b" stroke-width="4" opacity=".8"/>`,
  },
  'camp-stool': {
    wall: '#dcc9ae',
    table: '#a9835a',
    shapes: `${shadow(300, 622, 190)}
<path d="M160 380 420 620M440 380 180 620" stroke="#8a5a31" stroke-width="22" stroke-linecap="round"/><path d="M200 380 400 612M400 380 200 612" stroke="#6f4522" stroke-width="18" stroke-linecap="round"/>
<circle cx="300" cy="502" r="13" fill="#c9973f"/><path d="M128 350h344l-20 58c-90 22-214 22-304 0Z" fill="#a3472b"/><path d="M128 350h344l-8 24H136Z" fill="#bd5b3b"/><path d="M148 392c90 20 214 20 304 0" fill="none" stroke="#f3dcb5" stroke-width="3" stroke-dasharray="9 8"/>
<circle cx="158" cy="366" r="6" fill="#c9973f"/><circle cx="442" cy="366" r="6" fill="#c9973f"/>`,
  },
  'steel-flask': {
    wall: '#c7d3d8',
    table: '#9d8a6d',
    shapes: `${shadow(300, 614, 130)}
<path d="M216 300c0-34 20-46 30-70h108c10 24 30 36 30 70v280c0 20-14 32-32 32H248c-18 0-32-12-32-32Z" fill="#3f6b7b"/><path d="M216 300c0-34 20-46 30-70h108c10 24 30 36 30 70v280c0 20-14 32-32 32H248c-18 0-32-12-32-32Z" fill="url(#shade)"/>
<path d="M240 148h120v64c0 10-6 18-16 18h-88c-10 0-16-8-16-18Z" fill="#c8cdcc"/><path d="M240 148h120v64c0 10-6 18-16 18h-88c-10 0-16-8-16-18Z" fill="url(#shade)"/><path d="M240 190h120" stroke="#8f9796" stroke-width="4"/>
<path d="M216 556h168v26c0 18-14 30-32 30H248c-18 0-32-12-32-30Z" fill="#c8cdcc"/><path d="M216 556h168v26c0 18-14 30-32 30H248c-18 0-32-12-32-30Z" fill="url(#shade)"/>
<circle cx="300" cy="400" r="42" fill="none" stroke="#e9efe9" stroke-width="4"/><path d="m272 416 22-34 14 18 8-8 14 24Z" fill="#e9efe9"/>`,
  },
  'waxed-tote': {
    wall: '#e4d6bd',
    table: '#b59468',
    shapes: `${shadow(300, 630, 200)}
<path d="M214 330c-6-190 178-190 172 0" fill="none" stroke="#7b4a25" stroke-width="18"/>
<path d="M122 320h356l26 280c2 18-10 30-28 30H124c-18 0-30-12-28-30Z" fill="#5d6240"/><path d="M122 320h356l26 280c2 18-10 30-28 30H124c-18 0-30-12-28-30Z" fill="url(#shade)"/>
<path d="M102 540h396l8 60c2 18-10 30-28 30H122c-18 0-30-12-28-30Z" fill="#7b4a25"/><path d="M122 320h356l3 30H119Z" fill="#4b5033"/>
<path d="M204 320h28l-6 222h-32ZM368 320h28l10 222h-32Z" fill="#7b4a25"/><path d="M252 410h96v70h-96Z" fill="none" stroke="#cfc79e" stroke-width="3" stroke-dasharray="7 6"/><path d="m274 458 18-28 12 14 8-8 14 22Z" fill="#cfc79e"/>
<g fill="#c9973f"><circle cx="216" cy="352" r="6"/><circle cx="384" cy="352" r="6"/></g>`,
  },
  'rain-poncho': {
    wall: '#b9c9c4',
    table: '#8e8468',
    shapes: `${shadow(300, 640, 190)}<path d="M180 120h240" stroke="#5a3a22" stroke-width="12" stroke-linecap="round"/><path d="M300 120V96a16 16 0 1 1 16-16" fill="none" stroke="#5a3a22" stroke-width="7"/>
<path d="M250 140c20-22 80-22 100 0l40 36 96 400c-120 46-252 46-372 0l96-400Z" fill="#e0a52f"/><path d="M250 140c20-22 80-22 100 0l40 36 96 400c-120 46-252 46-372 0l96-400Z" fill="url(#shade)"/>
<path d="M250 142c0 60 20 86 50 86s50-26 50-86c-24-18-76-18-100 0Z" fill="#b57d16"/><path d="M300 228v376" stroke="#a8720f" stroke-width="4"/><g fill="#5a3a22"><circle cx="300" cy="270" r="7"/><circle cx="300" cy="340" r="7"/><circle cx="300" cy="410" r="7"/></g>
<path d="M196 430h66v14h-66ZM338 430h66v14h-66Z" fill="#b57d16"/>`,
  },
};
