/** What most often goes wrong after a sale; for each the app brings words in every language. */
export const situations = ['late', 'lost', 'damaged', 'wrong_item', 'out_of_stock', 'return_refund', 'partial_refund'] as const;
export type Situation = (typeof situations)[number];

/** The words of a language for each, in Liquid: they acknowledge, apologise, explain, offer choices, and say what happens next. */
export type SituationTexts = Readonly<Record<Situation, string>>;
