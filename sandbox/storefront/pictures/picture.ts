/** One product's drawing: the wall behind it, the table below it, and the thing itself in a 600 by 720 field. */
export interface Picture {
  wall: string;
  table: string;
  shapes: string;
}

/** The soft shadow a thing throws on the table. */
export function shadow(cx: number, cy: number, rx: number): string {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="16" fill="#1c1a14" opacity=".32" filter="url(#soft)"/>`;
}
