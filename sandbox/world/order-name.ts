/** An order's name without the signs before it: `#1001` is also found as `1001`. */
export function bareName(name: string): string {
  return name.replace(/^[^\p{L}\p{N}]+/u, '');
}
