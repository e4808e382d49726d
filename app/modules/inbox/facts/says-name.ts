/** Whether a text says what an order is called, and not a longer number in which that stands. */
export function saysName(text: string, name: string): boolean {
  const [said, wanted] = [text.toLowerCase(), name.toLowerCase()];
  const isDigit = (at: number) => /\d/.test(said.charAt(at));
  for (let at = said.indexOf(wanted); at !== -1; at = said.indexOf(wanted, at + 1)) if (!isDigit(at - 1) && !isDigit(at + wanted.length)) return true;
  return false;
}
