import type { ToldParcel, ToldScan } from '../../../app/modules/extensions/answers.ts';
import { Contents } from './contents.tsx';

/** One parcel: how it stands, when it comes and why, what is in it, how to follow it, and its story. */
export function ParcelSection({ parcel, translate }: { parcel: ToldParcel; translate(key: string): string }) {
  return (
    <s-section heading={parcel.heading}>
      <s-stack gap="base">
        <s-stack gap="small-200">
          <s-heading>{parcel.status}</s-heading>
          {parcel.date === null ? null : parcel.tone === 'attention' ? <s-badge tone="critical">{parcel.date}</s-badge> : <s-text>{parcel.date}</s-text>}
          {parcel.why === null ? null : <s-text color="subdued">{parcel.why}</s-text>}
          {parcel.advice === null ? null : <s-text>{parcel.advice}</s-text>}
        </s-stack>
        {parcel.contents.length === 0 ? null : <Contents items={parcel.contents} />}
        {parcel.number === null ? null : (
          <s-stack gap="small-200">
            <s-text color="subdued">{translate('number')}</s-text>
            <s-text>{parcel.number}</s-text>
          </s-stack>
        )}
        {parcel.follow === null ? null : <s-link href={parcel.follow.url} target="_blank">{parcel.follow.text}</s-link>}
        {parcel.scans.length === 0 ? null : <Story scans={parcel.scans} summary={translate('history')} isOpen={parcel.tone !== 'done'} />}
      </s-stack>
    </s-section>
  );
}

function Story({ scans, summary, isOpen }: { scans: readonly ToldScan[]; summary: string; isOpen: boolean }) {
  return (
    <s-details defaultOpen={isOpen}>
      <s-summary>{summary}</s-summary>
      <s-ordered-list>
        {scans.map((scan, at) => (
          <s-list-item key={at}>
            <s-stack gap="none">
              <s-text type="strong">{scan.text}</s-text>
              {scan.message === null ? null : <s-text>{scan.message}</s-text>}
              <s-text color="subdued">
                <s-time dateTime={scan.at}>{scan.when}</s-time>
                {scan.place === null ? '' : ` · ${scan.place}`}
              </s-text>
            </s-stack>
          </s-list-item>
        ))}
      </s-ordered-list>
    </s-details>
  );
}
