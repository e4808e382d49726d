import { figureMonths, type FigureMonths } from '../../figures/figures-period.ts';

const usual: FigureMonths = 6;

/** Reads over how many months figures are asked for; what is not offered is as usual. */
export function readFiguresQuery(params: URLSearchParams): FigureMonths {
  const asked = Number(params.get('months'));
  return figureMonths.find((months) => months === asked) ?? usual;
}

/** The address of the figures over so many months. */
export function figuresPath(months: FigureMonths, path = '/app/returns/figures'): string {
  return months === usual ? path : `${path}?months=${months}`;
}
