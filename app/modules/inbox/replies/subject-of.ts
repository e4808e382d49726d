const answered = /^\s*(?:re|aw|antw|sv|vs|rv|ref|回复|答复|返信)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]/i;

/** The subject of an answer: as its customer wrote it, so that their program keeps it with the rest. */
export function answerSubject(subject: string): string {
  const plain = subject.replace(/\s+/g, ' ').trim();
  return answered.test(plain) ? plain : `Re: ${plain}`.trim();
}
