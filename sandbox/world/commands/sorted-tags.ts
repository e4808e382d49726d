/** Tags as Shopify keeps them: trimmed, once each whatever their case, in alphabetical order. */
export function sortedTags(tags: readonly string[]): string[] {
  const byKey = new Map(tags.flatMap((tag) => tag.split(',')).map((tag) => [tag.trim().toLowerCase(), tag.trim()]));
  byKey.delete('');
  return [...byKey.values()].sort((a, b) => a.localeCompare(b));
}
