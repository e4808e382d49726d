/** Shopify's global ids and the numeric ids inside them. We store the numeric part as text. */
export type Gid<Type extends string = string> = `gid://shopify/${Type}/${string}`;

const pattern = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d+)(?:\?.*)?$/;

/** `gid('Order', '5001')` is `gid://shopify/Order/5001`. */
export function gid<Type extends string>(type: Type, id: string): Gid<Type> {
  return `gid://shopify/${type}/${id}`;
}

/** The numeric part of a global id; throws on anything that is not one of that type. */
export function numericId(type: string, value: string): string {
  const found = pattern.exec(value);
  if (!found || found[1] !== type || found[2] === undefined) throw new Error(`Not a ${type} id: ${value}`);
  return found[2];
}

/** True for the ids that appear in our own URLs: digits only, of a length Shopify uses. */
export function isNumericId(value: string): boolean {
  return /^\d{1,20}$/.test(value);
}
