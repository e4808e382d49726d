/** Where files are kept that do not belong into the database: the same promises on a disk and in an S3 bucket. */
export interface FileStore {
  /** Keeps the bytes under the key, whole or not at all; what was there before is replaced. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** The bytes of a key, or null where there are none. */
  get(key: string): Promise<ReadableStream<Uint8Array> | null>;
  /** Forgets these keys; one that is not there is no failure. */
  remove(keys: readonly string[]): Promise<void>;
  /** Forgets everything whose key begins with this folder, `shops/7/`. */
  removeAll(folder: string): Promise<void>;
}

const segment = /^[a-z0-9][a-z0-9_-]*(\.[a-z0-9]+)?$/;

/** The key itself where it is one: lower-case names between slashes. Anything that could lead elsewhere throws. */
export function checkedKey(key: string): string {
  const segments = key.split('/');
  if (key.length > 512 || segments.length < 2 || !segments.every((name) => segment.test(name))) throw new Error('This is no key of a file.');
  return key;
}

/** The same for a folder, which ends with a slash. */
export function checkedFolder(folder: string): string {
  if (!folder.endsWith('/') || !folder.slice(0, -1).split('/').every((name) => segment.test(name))) throw new Error('This is no folder of files.');
  return folder;
}
