/** The field somebody writes in, by its id. */
export function textField(id: string): HTMLTextAreaElement | null {
  const field = document.getElementById(id);
  return field instanceof HTMLTextAreaElement ? field : null;
}

/** Has somebody go on writing in it, behind what stands there. */
export function writeOn(id: string): void {
  const field = textField(id);
  field?.setSelectionRange(field.value.length, field.value.length);
  field?.focus();
}

interface Insertion {
  fieldId: string;
  words: string;
  /** What stands in the field. */
  text: string;
  put(text: string): void;
}

/** Puts words in where the caret is, or was last, with the space before them that a reader expects, and the caret behind them. */
export function insertAtCaret({ fieldId, words, text, put }: Insertion): void {
  const field = textField(fieldId);
  const [from, to] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length];
  const before = text.slice(0, from);
  // A full-width stop brings its own room.
  const glue = before === '' || /[\s。！？；：，、）」』]$/.test(before) ? '' : ' ';
  put(`${before}${glue}${words}${text.slice(to)}`);
  const caret = from + glue.length + words.length;
  field?.focus();
  // Behind the words once they are there.
  requestAnimationFrame(() => field?.setSelectionRange(caret, caret));
}
