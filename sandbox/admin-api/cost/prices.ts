/** What one field costs, from recorded answers of Shopify (its documentation's linear formula overstates deep queries). */

/** A mutation, its payload included. */
export const MUTATION = 10;
/** A `Count` has to be counted. */
export const COUNT = 10;
/** A connection before its rows. */
export const CONNECTION = 2;
/** An object, a row of a connection or of a list. */
export const OBJECT = 1;

/** How many rows' worth a page of `n` rows costs: it grows with the logarithm. */
export function pageWeight(n: number): number {
  return n <= 0 ? 0 : Math.max(1, Math.floor(2 * Math.log(n)));
}

/** The price of a page of `n` rows, of which each costs `row` beyond being an object. */
export function connectionPrice(n: number, row: number): number {
  return CONNECTION + Math.floor(pageWeight(n) * (OBJECT + row));
}
