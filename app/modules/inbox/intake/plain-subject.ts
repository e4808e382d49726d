const marks = /^\s*(?:(?:re|r[eé]f|rv|fw|fwd|aw|wg|antw|antwort|sv|vs|vl|vb|odp|ynt|res|enc|tr|i|rif|doorst|回复|答复|回覆|转发|轉寄|返信|転送)(?:\[\d{1,3}\]|\^\d{1,3})?\s*[:：]|\[[^\]]{1,40}\])\s*/iu;

/** A subject without what programs put before it for answers, and whether they did. */
export function plainSubject(subject: string): { plain: string; isAnswer: boolean } {
  let rest = subject.slice(0, 1_000);
  let isAnswer = false;
  for (let turn = 0; turn < 20; turn += 1) {
    const mark = marks.exec(rest)?.[0];
    if (mark === undefined) break;
    if (!mark.includes('[') || /[:：]/.test(mark)) isAnswer = true;
    rest = rest.slice(mark.length);
  }
  return { plain: rest.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase(), isAnswer };
}
