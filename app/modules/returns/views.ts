import type { MoneyPair } from '#app/kernel/money.ts';
import type { NextStep } from './next-step.ts';
import type { Finding, Grade } from './processing/finding.ts';

/** A return as screens show it. */
export interface ReturnView {
  id: string;
  name: string;
  orderId: string;
  orderName: string;
  /** Shopify's word in lower case. */
  status: string;
  next: NextStep;
  waitsSince: Date;
  createdAt: Date;
  /** When a request was approved; null where nobody had to ask, and before. */
  approvedAt: Date | null;
  imported: boolean;
  /** Why a person settles it although it was to be settled by itself. */
  leftToPeople: { why: string; since: Date } | null;
  /** When any of it was with the shop. */
  receivedAt: Date | null;
  decline: { reason: string; note: string | null } | null;
  lines: ReturnLineView[];
  exchangeLines: ExchangeLineView[];
  /** What the way back costs the customer; null where it costs them nothing. */
  shippingFee: MoneyPair | null;
  deliveries: DeliveryView[];
  received: ReceivedView[];
  /** What people found when they looked at it. */
  inspections: InspectionView[];
  /** Units that were looked at and for which nothing is given. */
  refused: number;
  refunds: { id: string; createdAt: Date; amount: MoneyPair }[];
}

export interface ReturnLineView {
  id: string;
  /** Shopify's number of the order's line. */
  orderLineId: string | null;
  /** Null for what Shopify could not match to the order. */
  title: string | null;
  variantTitle: string | null;
  sku: string | null;
  imageUrl: string | null;
  quantity: number;
  processed: number;
  refunded: number;
  reason: string | null;
  reasonNote: string | null;
  customerNote: string | null;
  restocking: { percentage: number; amount: MoneyPair } | null;
  value: MoneyPair;
}

export interface ExchangeLineView {
  id: string;
  title: string | null;
  variantTitle: string | null;
  sku: string | null;
  quantity: number;
  processed: number;
}

export interface DeliveryView {
  id: string;
  carrier: string | null;
  number: string | null;
  url: string | null;
  labelUrl: string | null;
  labelMadeAt: Date | null;
  /** Where its carrier says it is; null while nobody follows it. */
  standing: { status: string; since: Date | null; place: string | null } | null;
}

export interface ReceivedView {
  id: string;
  title: string | null;
  disposition: string;
  quantity: number;
  place: string | null;
  at: Date;
}

export interface InspectionView {
  id: string;
  lineId: string;
  title: string | null;
  quantity: number;
  finding: Finding;
  grade: Grade | null;
  accepted: boolean;
  refusal: string | null;
  note: string | null;
  at: Date;
}

/** A return as the list shows it. */
export interface ReturnRow {
  id: string;
  name: string;
  orderId: string;
  orderName: string;
  customerName: string | null;
  status: string;
  next: NextStep;
  createdAt: Date;
  waitsSince: Date;
  items: number;
  reasons: string[];
  /** Received longer ago than its customer should wait. */
  late: boolean;
  /** Something goes out in its place, or is wished for. */
  exchange: boolean;
  /** Its customer asks for what the policy refuses. */
  exception: boolean;
}

/** The shelves of the list, by whose turn it is. */
export const returnShelves = ['decide', 'send', 'travel', 'receive', 'late', 'done', 'all'] as const;
export type ReturnShelf = (typeof returnShelves)[number];
