import type { PeakBanner as Banner } from './banner-of.ts';

// Colours are mixed from the theme's own, so that light and dark themes both work.
const styles = `.ac-peak{box-sizing:border-box;margin:0 0 1.5rem;padding:.8rem 1rem;border:1px solid rgba(128,128,128,.35);border-inline-start:4px solid var(--aftercare-accent,#2e8b57);border-radius:8px;line-height:1.5;overflow-wrap:anywhere}
.ac-peak :is(p,dl,dd){margin:0}
.ac-peak summary{cursor:pointer;font-weight:600;min-height:44px;display:flex;align-items:center;gap:.5rem;list-style:none}
.ac-peak summary::-webkit-details-marker{display:none}
.ac-peak summary::after{content:"";width:.5em;height:.5em;border:solid currentColor;border-width:0 2px 2px 0;transform:rotate(45deg);margin-inline-start:auto;flex:none}
.ac-peak details[open]>summary::after{transform:rotate(-135deg)}
.ac-peak dl{display:grid;grid-template-columns:minmax(0,auto) minmax(0,1fr);gap:.35rem 1.25rem;padding-block:.25rem .5rem}
.ac-peak dt{font-weight:600}
@media (max-width:30rem){.ac-peak dl{grid-template-columns:minmax(0,1fr)}.ac-peak dd{margin-block-end:.5rem}}`;

/** The banner of a busy time, for the top of a page of the storefront. */
export function PeakBanner({ banner: { label, text, lastOrders } }: { banner: Banner }) {
  return (
    <aside className="ac-peak" aria-label={label}>
      <style dangerouslySetInnerHTML={{ __html: styles }} />
      <p>{text}</p>
      {lastOrders ? (
        <details>
          <summary>{lastOrders.heading}</summary>
          <dl>
            {lastOrders.days.map(({ day, places }) => [<dt key={day}>{day}</dt>, <dd key={`${day} places`}>{places}</dd>])}
          </dl>
        </details>
      ) : null}
    </aside>
  );
}
