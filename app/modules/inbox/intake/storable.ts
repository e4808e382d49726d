/** Text as the database takes it: without the sign that ends a text elsewhere, and without halves of characters. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
