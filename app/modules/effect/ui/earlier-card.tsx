import { TitledCard } from '#app/ui/titled-card.tsx';
import type { Effect } from '../views.ts';
import type { EffectVoice } from './use-effect-voice.ts';

const cell = { padding: 'var(--p-space-150) var(--p-space-100)', borderBlockEnd: '1px solid var(--p-color-border)', textAlign: 'start', fontWeight: 'inherit' } as const;

/** The hold-outs before the latest one, a line each. */
export function EarlierCard({ effects, voice }: { effects: readonly Effect[]; voice: EffectVoice }) {
  const { t, count, more, day } = voice;
  const headings = [t('earlier.period'), t('earlier.share'), t('earlier.orders'), t('earlier.difference')];
  return (
    <TitledCard title={t('earlier.title')} gap="300">
      <table style={{ width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' }} aria-label={t('earlier.title')}>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col" style={{ ...cell, fontWeight: 'var(--p-font-weight-semibold)' }}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {effects.map(({ holdOut, told, heldOut, difference }) => (
            <tr key={holdOut.id}>
              <th scope="row" style={cell}>
                {day(holdOut.startedAt)} – {day(holdOut.endedAt ?? holdOut.startedAt)}
              </th>
              <td style={cell}>{count(holdOut.share)}%</td>
              <td style={cell}>{count(told.counted.of + heldOut.counted.of)}</td>
              <td style={cell}>{difference ? t('earlier.range', { value: more(difference.value), from: more(difference.from), to: more(difference.to) }) : t('earlier.none')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TitledCard>
  );
}
