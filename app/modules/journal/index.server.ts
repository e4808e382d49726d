export { append, appending } from './append.server.ts';
export { type JournalEntry, type NewEntry, personalKeys } from './entries.ts';
export { promiseShown, type ShownPromise } from './promise-shown.ts';
export { readStory } from './read-story.server.ts';
