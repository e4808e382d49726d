interface Limits {
  /** Sets under way at once. */
  lanes: number;
  /** Questions in one set. */
  most: number;
}

interface Turn<Question, Answer> {
  question: Question;
  done(answer: Answer): void;
  fail(reason: unknown): void;
}

/**
 * Asks in sets what is cheaper to ask together: who comes alone is asked for at once; while as many sets as there are lanes are under way, those
 * who come gather and go with the next. `ask` answers every question, in the order asked; where it fails, all who are in that set fail with it.
 */
export function together<Question, Answer>(ask: (questions: readonly Question[]) => Promise<readonly Answer[]>, { lanes, most }: Limits): (question: Question) => Promise<Answer> {
  const waiting: Turn<Question, Answer>[] = [];
  let underway = 0;
  let gathering = false;
  const next = () => {
    if (gathering || underway >= lanes || waiting.length === 0) return;
    gathering = true;
    // What comes in this very turn of the loop comes along.
    setImmediate(() => {
      gathering = false;
      underway += 1;
      void askFor(waiting.splice(0, most)).then(() => {
        underway -= 1;
        next();
      });
      next();
    });
  };
  const askFor = async (turns: readonly Turn<Question, Answer>[]) => {
    try {
      const answers = await ask(turns.map(({ question }) => question));
      if (answers.length !== turns.length) throw new Error(`${turns.length} questions, ${answers.length} answers`);
      for (const [at, answer] of answers.entries()) turns[at]?.done(answer);
    } catch (reason) {
      for (const { fail } of turns) fail(reason);
    }
  };
  return (question) =>
    new Promise((done, fail) => {
      waiting.push({ question, done, fail });
      next();
    });
}
