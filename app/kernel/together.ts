interface Limits {
  /** Sets of one key under way at once. */
  lanes: number;
  /** Questions in one set. */
  most: number;
}

interface Turn<Question, Answer> {
  question: Question;
  done(answer: Answer): void;
  fail(reason: unknown): void;
}

type Ask<Question, Answer> = (questions: readonly Question[]) => Promise<readonly Answer[]>;

/**
 * Asks in sets what is cheaper to ask together: who comes alone is asked for at once; while as many sets as there are lanes are under way, those
 * who come gather and go with the next. Questions of different keys never share a set, and a key that nobody asks about is forgotten. `ask` answers
 * every question, in the order asked; where it fails, all who are in that set fail with it.
 */
export function together<Key, Question, Answer>(ask: (key: Key, questions: readonly Question[]) => Promise<readonly Answer[]>, limits: Limits): (key: Key, question: Question) => Promise<Answer> {
  const queues = new Map<Key, (turn: Turn<Question, Answer>) => void>();
  const open = (key: Key) => {
    const queue = queueOf<Question, Answer>((questions) => ask(key, questions), limits, () => queues.delete(key));
    queues.set(key, queue);
    return queue;
  };
  return (key, question) => new Promise((done, fail) => (queues.get(key) ?? open(key))({ question, done, fail }));
}

/** Takes turns into sets, and says each time that nobody waits and nothing is under way. */
function queueOf<Question, Answer>(ask: Ask<Question, Answer>, { lanes, most }: Limits, onIdle: () => void): (turn: Turn<Question, Answer>) => void {
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
      void settle(ask, waiting.splice(0, most)).then(() => {
        underway -= 1;
        if (underway === 0 && waiting.length === 0) onIdle();
        next();
      });
      next();
    });
  };
  return (turn) => {
    waiting.push(turn);
    next();
  };
}

async function settle<Question, Answer>(ask: Ask<Question, Answer>, turns: readonly Turn<Question, Answer>[]): Promise<void> {
  try {
    const answers = await ask(turns.map(({ question }) => question));
    if (answers.length !== turns.length) throw new Error(`${turns.length} questions, ${answers.length} answers`);
    for (const [at, answer] of answers.entries()) turns[at]?.done(answer);
  } catch (reason) {
    for (const { fail } of turns) fail(reason);
  }
}
