import { campPictures } from './camp-pictures.ts';
import { homePictures } from './home-pictures.ts';
import type { Picture } from './picture.ts';

const pictures: Record<string, Picture> = { ...campPictures, ...homePictures };

const unknown: Picture = { wall: '#e6dfd0', table: '#d6ccb8', shapes: '<circle cx="300" cy="330" r="90" fill="none" stroke="#a89c84" stroke-width="6"/>' };

/** The names a product picture can be asked for, which are the products' handles. */
export const pictureNames: readonly string[] = Object.keys(pictures);

/** Draws a product on its table as a standing SVG, 600 by 720; an unknown name gets a plain one. */
export function drawPicture(name: string): string {
  const { wall, table, shapes } = pictures[name] ?? unknown;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 720" width="600" height="720">
<defs>
<radialGradient id="w" cx=".3" cy=".2" r="1"><stop offset="0" stop-color="#fff" stop-opacity=".5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
<linearGradient id="shade" x1="0" x2="1"><stop offset="0" stop-color="#000" stop-opacity=".2"/><stop offset=".3" stop-color="#fff" stop-opacity=".22"/><stop offset="1" stop-color="#000" stop-opacity=".26"/></linearGradient>
<filter id="soft" x="-40%" y="-200%" width="180%" height="500%"><feGaussianBlur stdDeviation="10"/></filter>
</defs>
<rect width="600" height="720" fill="${wall}"/><rect width="600" height="720" fill="url(#w)"/>
<path d="M0 545h600v175H0Z" fill="${table}"/><path d="M0 545h600v6H0Z" fill="#000" opacity=".07"/>
${shapes}
</svg>`;
}
