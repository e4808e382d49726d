import { createContext, useContext } from 'react';

type InsertWords = (words: string) => void;

const InsertContext = createContext<InsertWords | null>(null);

/** Around whatever on the page may offer a sentence for the answer. */
export const InsertProvider = InsertContext.Provider;

/** Puts a sentence into the answer that is being written; null where none is. */
export const useInsertWords = (): InsertWords | null => useContext(InsertContext);
