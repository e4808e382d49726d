export { problemLimits } from './problem.ts';
export { problemKinds } from './problem-kinds.ts';
export { problemWords } from './words.ts';
