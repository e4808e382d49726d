import type { Gid } from '#sandbox/contract.ts';
import { changeTags, type TaggedAnswer } from '../change-tags.ts';
import type { Change } from '../world.ts';
import { sortedTags } from './sorted-tags.ts';

/** `tagsAdd`. */
export function tagsAdd(change: Change, input: { id: Gid; tags: string[] }): TaggedAnswer {
  return changeTags(change, input.id, (tags) => sortedTags([...input.tags, ...tags]));
}
