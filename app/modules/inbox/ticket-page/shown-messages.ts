const atOnce = 60;
const mostAtOnce = 2_000;

/** How many messages of a conversation an address asks for, newest first. */
export function shownMessages(request: Request): number {
  const asked = Number(new URL(request.url).searchParams.get('messages'));
  return Number.isInteger(asked) && asked >= atOnce ? Math.min(asked, mostAtOnce) : atOnce;
}
