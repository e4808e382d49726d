import type { FigureMonths } from './figures-period.ts';

/** How much of what was sold came back. */
export interface Rate {
  orders: number;
  ordersBack: number;
  units: number;
  unitsBack: number;
}

export interface MonthRate extends Rate {
  month: string;
}

export interface ReasonCount {
  /** Shopify's handle; null where none was given. */
  reason: string | null;
  /** Its name in the shop's language. */
  name: string | null;
  units: number;
}

/** A product or variant: how much of it came back, and why; the most frequent reason first. */
export interface ItemFigures {
  title: string;
  variantTitle: string | null;
  productId: string | null;
  units: number;
  unitsBack: number;
  reasons: ReasonCount[];
}

export interface ProductFigures extends ItemFigures {
  /** Those of which something came back. */
  variants: ItemFigures[];
}

/** What the returns of a product or variant say more often than others do. */
export interface Finding {
  title: string;
  /** Null where all variants are meant. */
  variantTitle: string | null;
  productId: string | null;
  reason: string;
  name: string | null;
  /** Returns of it, and how many gave this reason. */
  of: number;
  did: number;
  /** The share of this reason among all other returns. */
  usual: number;
}

/** Minor units of the shop's currency. */
export interface ReturnMoneyFigures {
  returns: number;
  refunded: number;
  credited: number;
  exchanged: number;
  /** Given beyond what was paid, such as a bonus on store credit. */
  bonus: number;
  /** Kept for restocking and the way back. */
  fees: number;
}

export interface MonthMoney extends ReturnMoneyFigures {
  month: string;
}

/** What labels for the way back cost. */
export interface LabelFigures {
  labels: number;
  /** Minor units of the shop's currency. */
  cost: number;
  /** Labels that were paid in another currency, and are in neither figure. */
  inOtherCurrencies: number;
}

export interface MonthLabels extends LabelFigures {
  month: string;
}

/** Hours from receipt to the first refund; null where nothing was refunded. */
export interface RefundTimes {
  refunded: number;
  median: number | null;
  ninety: number | null;
  withinDay: number;
}

export interface MonthTimes extends RefundTimes {
  month: string;
}

/** The figures of a shop's returns over some months. */
export interface ReturnFigures {
  months: FigureMonths;
  currency: string;
  rate: Rate;
  rateByMonth: MonthRate[];
  findings: Finding[];
  reasons: ReasonCount[];
  /** What came back most first. */
  products: ProductFigures[];
  money: ReturnMoneyFigures;
  moneyByMonth: MonthMoney[];
  labels: LabelFigures;
  labelsByMonth: MonthLabels[];
  times: RefundTimes;
  timesByMonth: MonthTimes[];
}
