import type { ReactNode } from 'react';

interface Props {
  /** For screen readers; the heading above says it to the eye. */
  caption: string;
  headings: readonly string[];
  /** The first cell names its row. */
  rows: readonly (readonly [string, ...ReactNode[]] | readonly string[])[];
}

const cell = { padding: 'var(--p-space-150) var(--p-space-100)', borderBlockEnd: '1px solid var(--p-color-border)' } as const;

/** A small table of figures that fits a phone. */
export function FiguresTable({ caption, headings, rows }: Props) {
  const [first, ...others] = headings;
  return (
    <table style={{ width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' }} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col" style={{ ...cell, textAlign: 'start', fontWeight: 'var(--p-font-weight-semibold)' }}>
            {first}
          </th>
          {others.map((heading) => (
            <th key={heading} scope="col" style={{ ...cell, textAlign: 'end', fontWeight: 'var(--p-font-weight-semibold)' }}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...figures]) => (
          <tr key={String(name)}>
            <th scope="row" style={{ ...cell, textAlign: 'start', fontWeight: 'inherit' }}>
              {name}
            </th>
            {figures.map((figure, at) => (
              <td key={headings[at + 1]} style={{ ...cell, textAlign: 'end' }}>
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
