import { z } from 'zod';

/** The cart as its cookie holds it: variant gid and quantity, in the order added. */
export type CartLines = { variantId: string; quantity: number }[];

const most = 99;
const cookieShape = z.array(z.tuple([z.string().regex(/^\d+$/), z.number().int().min(1).max(most)])).max(50);

/** Reads the cart cookie; a damaged one is an empty cart. */
export function readCart(cookie: string | undefined): CartLines {
  if (!cookie) return [];
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8'));
    return cookieShape.parse(parsed).map(([id, quantity]) => ({ variantId: `gid://shopify/ProductVariant/${id}`, quantity }));
  } catch {
    return [];
  }
}

/** Writes the cart cookie's value. */
export function writeCart(lines: CartLines): string {
  const pairs = lines.map((line) => [line.variantId.split('/').pop(), line.quantity]);
  return Buffer.from(JSON.stringify(pairs), 'utf8').toString('base64url');
}

/** Adds to the line of that variant, or appends one. */
export function addToCart(lines: CartLines, variantId: string, quantity: number): CartLines {
  const held = lines.find((line) => line.variantId === variantId);
  if (!held) return [...lines, { variantId, quantity: Math.min(quantity, most) }];
  return setQuantity(lines, variantId, held.quantity + quantity);
}

/** Sets a line's quantity; zero removes it. */
export function setQuantity(lines: CartLines, variantId: string, quantity: number): CartLines {
  if (quantity <= 0) return lines.filter((line) => line.variantId !== variantId);
  return lines.map((line) => (line.variantId === variantId ? { ...line, quantity: Math.min(quantity, most) } : line));
}
