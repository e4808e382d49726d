import { trackingPageSetting, type TrackingPage } from '../tracking-page-setting.ts';

/**
 * The page's own style, all of it below `.ac-track`. Fonts, text colour and form controls are the theme's: colours are mixed
 * from the text colour, so that light and dark themes both work. `:where` gives way to whatever the theme says about
 * buttons and inputs. A theme may set `--aftercare-accent`, `--aftercare-attention` and `--aftercare-radius`.
 */
const source = `
.ac-track{--ac-accent:var(--aftercare-accent,#2e8b57);--ac-attention:var(--aftercare-attention,#b7791f);--ac-radius:var(--aftercare-radius,12px);--ac-line:rgba(128,128,128,.35);--ac-soft:rgba(128,128,128,.08);--ac-quiet:inherit;box-sizing:border-box;max-width:64rem;margin-inline:auto;padding:2rem 1.25rem 3.5rem;line-height:1.5;overflow-wrap:anywhere}
@supports (color:color-mix(in srgb,red,blue)){.ac-track{--ac-line:color-mix(in srgb,currentColor 18%,transparent);--ac-soft:color-mix(in srgb,currentColor 4%,transparent);--ac-quiet:color-mix(in srgb,currentColor 80%,transparent)}}
.ac-track *,.ac-track *::before,.ac-track *::after{box-sizing:border-box}
.ac-track :is(h1,h2,h3,p,ol,ul,dl,dd){margin:0}
.ac-track :is(ol,ul){padding:0;list-style:none}
.ac-track h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.4rem);line-height:1.2;margin-block-end:.4rem}
.ac-track h1:has(+.ac-card){margin-block-end:1.25rem}
.ac-track h3{font-size:.95rem;margin-block-end:.75rem}
.ac-head{margin-block-end:1.5rem}
.ac-hint{color:var(--ac-quiet);font-size:.92rem}
.ac-eyebrow{font-size:.88rem;font-weight:600;margin-block-end:.25rem!important;letter-spacing:.02em}
.ac-note{display:inline-block;margin-block-start:.75rem!important;padding:.4rem .8rem;border:1px solid var(--ac-line);border-radius:999px;font-size:.92rem}
.ac-card{border:1px solid var(--ac-line);background:var(--ac-soft);border-radius:var(--ac-radius);margin-block-end:1.25rem}
.ac-main,.ac-side{padding:1.25rem;min-width:0}
.ac-side{border-block-start:1px solid var(--ac-line)}
.ac-search{max-width:34rem;margin-inline:auto}
.ac-status{font-size:1.3rem;line-height:1.3;margin-block-end:.35rem!important}
.ac-when{font-weight:600;font-size:1.05rem}
.ac-part{margin-block-start:1.5rem}
.ac-advice{margin-block:.75rem!important;padding:.7rem .9rem;border-radius:8px;background:var(--ac-soft);border-inline-start:4px solid var(--ac-accent);font-size:.95rem}
.ac-advice.ac-warn{border-color:var(--ac-attention)}
.ac-withdrawn{margin-block-end:1.25rem!important}
.ac-steps{display:grid;grid-template-columns:repeat(3,minmax(0,1fr)) auto;margin-block:1.5rem .25rem!important}
.ac-step{position:relative;padding-inline-end:.35rem;font-size:.82rem;line-height:1.3;--ac-step:var(--ac-accent)}
.ac-attention .ac-step{--ac-step:var(--ac-attention)}
.ac-step::before{content:"";position:absolute;inset-block-start:11px;inset-inline:24px 0;height:2px;background:var(--ac-line)}
.ac-step:last-child::before{display:none}
.ac-is-done::before{background:var(--ac-step)}
.ac-dot{display:flex;align-items:center;justify-content:center;width:24px;height:24px;border-radius:50%;border:2px solid var(--ac-line);margin-block-end:.45rem;position:relative}
.ac-is-done .ac-dot{background:var(--ac-step);border-color:var(--ac-step);color:#fff}
.ac-is-current .ac-dot{border-color:var(--ac-step)}
.ac-is-current .ac-dot::after{content:"";width:10px;height:10px;border-radius:50%;background:var(--ac-step)}
.ac-is-current .ac-step-name{font-weight:700}
.ac-is-open .ac-step-name{color:var(--ac-quiet)}
.ac-lines{display:grid;gap:.9rem}
:is(.ac-hint,h2)+.ac-lines{margin-block-start:1.25rem!important}
.ac-line{display:flex;gap:.9rem;align-items:flex-start}
.ac-picture{flex:none;display:flex;align-items:center;justify-content:center;width:64px;height:64px;border-radius:8px;object-fit:cover;background:var(--ac-line)}
.ac-line-title{font-weight:600}
.ac-facts{display:flex;flex-wrap:wrap;gap:.75rem 2rem;margin-block-end:1rem!important}
.ac-facts dt{font-size:.85rem;color:var(--ac-quiet);font-weight:400}
.ac-facts dd{font-weight:600}
.ac-number{font-variant-numeric:tabular-nums}
.ac-track summary{cursor:pointer;font-weight:600;padding-block:.5rem;min-height:44px;display:flex;align-items:center;gap:.5rem;list-style:none}
.ac-track summary::-webkit-details-marker{display:none}
.ac-track summary::after{content:"";width:.5em;height:.5em;border:solid currentColor;border-width:0 2px 2px 0;transform:rotate(45deg);margin-inline-start:auto;flex:none}
.ac-track details[open]>summary::after{transform:rotate(-135deg)}
.ac-events{margin-block:.5rem 1rem!important}
.ac-event{position:relative;padding-inline-start:1.5rem;padding-block-end:1.1rem}
.ac-event::before{content:"";position:absolute;inset-inline-start:0;inset-block-start:.4em;width:11px;height:11px;border-radius:50%;border:2px solid var(--ac-line)}
.ac-event:not(:last-child)::after{content:"";position:absolute;inset-inline-start:4.5px;inset-block:calc(.4em + 15px) -.25em;width:2px;background:var(--ac-line)}
.ac-newest::before{background:var(--ac-accent);border-color:var(--ac-accent)}
.ac-newest .ac-event-name{font-weight:700}
.ac-event-words,.ac-event-when{font-size:.9rem;color:var(--ac-quiet)}
.ac-form{display:grid;grid-template-columns:minmax(0,1fr);gap:1.1rem}
.ac-field{display:grid;grid-template-columns:minmax(0,1fr);gap:.3rem}
.ac-field label{font-weight:600}
:where(.ac-field) :where(input){font:inherit;color:inherit;background:transparent;border:1px solid currentColor;border-radius:8px;padding:.7rem .8rem;min-height:48px;width:100%}
.ac-field input{width:100%;font-size:max(1rem,16px)}
.ac-field input[aria-invalid]{border-color:currentColor;border-width:2px}
.ac-error{font-weight:600;font-size:.95rem;line-height:1.4;padding-inline-start:.75rem;border-inline-start:4px solid #c2410c}
:where(.ac-button){display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:.65rem 1.4rem;border:2px solid currentColor;border-radius:8px;background:transparent;color:inherit;font:inherit;font-weight:700;text-decoration:none;cursor:pointer}
.ac-track .ac-quiet{background:transparent;color:inherit;border:1px solid currentColor;min-height:44px;text-decoration:none}
.ac-track .ac-link{color:inherit;display:inline-block;padding-block:.6rem;font-weight:600;text-decoration:underline;text-underline-offset:.2em}
.ac-more{margin-block-start:1.25rem;border-block-start:1px solid var(--ac-line);padding-block-start:.5rem}
.ac-more .ac-form{margin-block-start:.5rem}
.ac-help,.ac-unlock{margin-block-start:2rem}
.ac-unlock{display:grid;gap:.75rem;justify-items:start}
.ac-main .ac-hint+form,.ac-main .ac-advice+form{margin-block-start:1rem}
.ac-track [role=alert] p+p{margin-block-start:.75rem}
.ac-ways{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:center;margin-block-start:.75rem}
.ac-track .ac-policies p{margin-block-start:.75rem}
.ac-track .ac-policies span+.ac-link{display:inline;padding:0}
.ac-goods{margin-block-start:2.5rem}
.ac-goods h2{font-size:1.1rem}
.ac-track .ac-goods ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:1rem;margin-block-start:1rem}
.ac-goods li,.ac-goods a{display:grid;gap:.35rem;color:inherit;align-content:start}
.ac-goods img{width:100%;height:auto;border-radius:8px}
.ac-again{margin-block-start:1.25rem}
.ac-language{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem .75rem;margin-block-start:2rem;padding-block-start:1rem;border-block-start:1px solid var(--ac-line);font-size:.92rem}
:where(.ac-track) :where(select,textarea,input[type=number]){font:inherit;color:inherit;background:transparent;border:1px solid currentColor;border-radius:8px;padding:.6rem .7rem;min-height:44px;max-width:100%}
.ac-track :is(select,textarea,input[type=number]){font-size:max(1rem,16px)}
.ac-track :is(select,input[type=file]){width:100%;min-width:0}
.ac-track .ac-language select{width:auto}
.ac-track option{color:#111;background:#fff}
.ac-track textarea{width:100%;resize:vertical}
.ac-track button.ac-link{background:none;border:0;font:inherit;cursor:pointer;padding-inline:.25rem;min-height:44px}
.ac-track :is(.ac-ways,.ac-main) button.ac-link{font-weight:600;padding-inline:0}
.ac-choices{border:0;margin:0;padding:0;min-width:0;display:grid;grid-template-columns:minmax(0,1fr);gap:.25rem}
.ac-choices legend{font-weight:600;padding:0;margin-block-end:.3rem}
.ac-choice{display:flex;gap:.7rem;align-items:center;min-height:44px;cursor:pointer;flex:1}
.ac-choice input{flex:none;width:20px;height:20px;margin:0;accent-color:var(--ac-accent)}
.ac-form:not(:has([value=late]:checked)) .ac-if-late,.ac-form:has([value=late]:checked) .ac-unless-late{display:none}
.ac-item>*{min-width:0}
.ac-item{display:flex;gap:.75rem;align-items:center}
.ac-item input[type=number]{width:5.5rem}
.ac-help h2{font-size:1.1rem}
.ac-track :focus-visible{outline:3px solid currentColor;outline-offset:2px}
.ac-sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (min-width:48rem){.ac-track{padding-block:3rem 5rem}.ac-main,.ac-side{padding:1.75rem}article.ac-card{display:grid;grid-template-columns:minmax(0,1.5fr) minmax(0,1fr)}.ac-side{border-block-start:0;border-inline-start:1px solid var(--ac-line)}article.ac-card:has(.ac-history:not([open])){grid-template-columns:minmax(0,1fr)}article.ac-card:has(.ac-history:not([open])) .ac-side{border-block-start:1px solid var(--ac-line);border-inline-start:0;padding-block:.75rem}.ac-step{font-size:.9rem}}
@media (forced-colors:active){.ac-is-done .ac-dot,.ac-is-current .ac-dot::after,.ac-newest::before{background:CanvasText}}
`;

export const styles = source.trim();

/** What the merchant chose about colour and corners; what was left as it came is the theme's. */
export function lookOf({ accent, radius }: Pick<TrackingPage, 'accent' | 'radius'>): Record<`--${string}`, string> {
  return { ...(accent ? { '--aftercare-accent': accent } : {}), ...(radius === trackingPageSetting.initial.radius ? {} : { '--aftercare-radius': `${radius}px` }) };
}
