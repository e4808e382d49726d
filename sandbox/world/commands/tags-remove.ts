import type { Gid } from '#sandbox/contract.ts';
import { changeTags, type TaggedAnswer } from '../change-tags.ts';
import type { Change } from '../world.ts';

/** `tagsRemove`: whatever their case. */
export function tagsRemove(change: Change, input: { id: Gid; tags: string[] }): TaggedAnswer {
  const gone = new Set(input.tags.map((tag) => tag.trim().toLowerCase()));
  return changeTags(change, input.id, (tags) => tags.filter((tag) => !gone.has(tag.toLowerCase())));
}
