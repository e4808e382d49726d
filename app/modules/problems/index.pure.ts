export { problemLimits } from './problem.ts';
export { problemKinds, problemWishes } from './problem-kinds.ts';
export { problemWords } from './words.ts';
