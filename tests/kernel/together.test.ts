import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { together } from '../../app/kernel/together.ts';

/** Answers each set when told to. */
function heldBack() {
  const sets: { key: string; questions: readonly number[]; answer(): void; fail(): void }[] = [];
  const ask = (key: string, questions: readonly number[]) =>
    new Promise<string[]>((done, fail) => sets.push({ key, questions, answer: () => done(questions.map((question) => `answer ${question}`)), fail: () => fail(new Error('gone')) }));
  return { sets, ask };
}

/** Long enough for whatever is to begin. */
const turn = () => sleep(5);

it('who comes alone is asked for at once, and those who come meanwhile go together when a lane is free', async () => {
  const { sets, ask } = heldBack();
  const question = together(ask, { lanes: 2, most: 10 });
  const answers = [question('a', 1)];
  await turn();
  answers.push(question('a', 2));
  await turn();
  answers.push(question('a', 3), question('a', 4));
  await turn();
  answers.push(question('a', 5));
  await turn();
  expect(sets.map(({ questions }) => questions)).toEqual([[1], [2]]);
  sets[1]?.answer();
  await answers[1];
  await turn();
  expect(sets.map(({ questions }) => questions)).toEqual([[1], [2], [3, 4, 5]]);
  for (const { answer } of sets) answer();
  expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 5].map((at) => `answer ${at}`));
});

it('questions of different keys never share a set nor wait for each other, and a key is asked about again after it was idle', async () => {
  const { sets, ask } = heldBack();
  const question = together(ask, { lanes: 1, most: 10 });
  const answers = [question('a', 1), question('b', 2)];
  await turn();
  answers.push(question('a', 3));
  await turn();
  expect(sets.map(({ key, questions }) => [key, questions])).toEqual([['a', [1]], ['b', [2]]]);
  sets[0]?.answer();
  await answers[0];
  await turn();
  expect(sets[2]).toMatchObject({ key: 'a', questions: [3] });
  for (const { answer } of sets) answer();
  await Promise.all(answers);
  answers.push(question('b', 4));
  await turn();
  sets[3]?.answer();
  expect(await Promise.all(answers)).toEqual(['answer 1', 'answer 2', 'answer 3', 'answer 4']);
});

it('a set has no more than it may have, and what is left goes with the next', async () => {
  const { sets, ask } = heldBack();
  const question = together(ask, { lanes: 1, most: 2 });
  const answers = [1, 2, 3].map((at) => question('a', at));
  await turn();
  sets[0]?.answer();
  await answers[1];
  await turn();
  sets[1]?.answer();
  expect(await Promise.all(answers)).toEqual(['answer 1', 'answer 2', 'answer 3']);
  expect(sets.map(({ questions }) => questions)).toEqual([[1, 2], [3]]);
});

it('a set that fails fails for those in it only, and one that is not answered for everybody fails too', async () => {
  let call = 0;
  const question = together(async (_: string, questions: readonly number[]) => {
    call += 1;
    if (call === 1) throw new Error('gone');
    return call === 2 ? [] : questions;
  }, { lanes: 1, most: 5 });
  await expect(question('a', 1)).rejects.toThrow('gone');
  await expect(question('a', 2)).rejects.toThrow('1 questions, 0 answers');
  expect(await question('a', 3)).toBe(3);
});
