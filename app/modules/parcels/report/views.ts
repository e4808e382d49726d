import type { Day } from '#app/modules/promises/index.server.ts';

export const reportDays = [7, 30, 90] as const;

/** Which parcels a report is about; null asks for those of which it is not known. */
export interface ReportFilter {
  days: (typeof reportDays)[number];
  carrier?: string | null;
  destination?: string | null;
}

/** All parcels, those of a carrier, or those a carrier takes from one country to another. */
export type Line =
  | { level: 'all' }
  | { level: 'carrier'; carrier: string | null }
  | { level: 'lane'; carrier: string | null; origin: string | null; destination: string | null };

/** First dates told that came due, by the days or weeks they came due in. */
export interface KeptInTime {
  from: Day;
  to: Day;
  due: number;
  kept: number;
}

/** The figures of one line. Shares and quantiles are null where too few parcels stand behind them; the counts are always there. */
export interface ReportFigures {
  delivered: number;
  /** Days from shipping to delivery. */
  transit: { quarter: number; median: number; threeQuarters: number; ninety: number } | null;
  promised: {
    /** First dates told that came due. */
    due: number;
    /** Of these: delivered by then; by the last date that was told; later; not at all so far. */
    kept: number;
    keptLast: number;
    late: number;
    missing: number;
    keptShare: number | null;
    keptLastShare: number | null;
    lateShare: number | null;
  };
  /** In the order of time, without gaps. */
  keptInTime: readonly KeptInTime[];
  /** Parcels with an exception that began in the period, and by cause, the most frequent first. */
  exceptions: number;
  causes: readonly { cause: string; parcels: number }[];
  lost: number;
  contacts: number;
  /** Per 100 delivered parcels. */
  contactsPer100: number | null;
  /** How our ranges held in the latest back-test. */
  ranges: { tested: number; held: { coverage: number; meanWidth: number } | null };
}

export type ReportRow = ReportFigures & Line;

/** The report of a period. */
export interface CarrierReport {
  from: Day;
  /** The last day whose promises are counted: yesterday. */
  to: Day;
  /** How many days one point of `keptInTime` holds. */
  step: 1 | 7;
  all: ReportFigures;
  carriers: ReportRow[];
  lanes: ReportRow[];
  /** Set where the app was installed within the period: what went wrong before is not known. */
  watchedSince: Day | null;
  backtestedAt: Date | null;
  /** Names of the carriers that occur, by key. */
  carrierNames: Readonly<Record<string, string>>;
  /** What can be chosen: all that was delivered in the period. */
  choices: { carriers: (string | null)[]; destinations: (string | null)[] };
}
