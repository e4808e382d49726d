import type { Request } from 'express';
import type { World } from '../world/index.ts';

/** A page of the admin, ready to be put into the layout. */
export interface Page {
  template: string;
  title: string;
  /** The entry of the left menu that is marked. */
  section: string;
  data: Record<string, unknown>;
}

/** A page of one shop: answers the page, or null where there is none. */
export type ShowPage = (world: World, request: Request) => Page | null | Promise<Page | null>;

/** What a merchant's form asked for came out like this; shown after going back to the page. */
export type Outcome = { done: string } | { error: string };

/** Works on a merchant's form. */
export type Act = (world: World, form: Record<string, string>) => Promise<Outcome>;
