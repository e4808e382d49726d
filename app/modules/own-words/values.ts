/** What a merchant's words may name, ready to be read. */
export interface Values {
  readonly [name: string]: string | number | readonly string[];
}
