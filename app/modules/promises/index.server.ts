export type { Day, Journey, Promise, PromiseSource } from './promise.ts';
