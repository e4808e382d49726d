import type { ReactNode } from 'react';
import type { Visit } from './visit.ts';

/**
 * Asks once a minute, while the page is seen, for the same view by the same key, and puts it in place where it is another. Only an addition:
 * it stops at the first answer that is no such view, and never while somebody types.
 */
const source = `(()=>{
const root=document.currentScript.closest('.ac-track'),said=root.querySelector('[data-ac-said]');
const value=(name)=>{const field=root.querySelector('input[name='+name+']');return field?field.value:''};
const look=async()=>{
const at=document.activeElement;
if(document.hidden||(root.contains(at)&&at.matches('input,select,textarea')))return;
const body=new URLSearchParams({key:value('key'),lang:value('lang'),locale:value('locale')});
const answer=await fetch(said.dataset.acSaid,{method:'POST',body});
if(!answer.ok)return;
const next=new DOMParser().parseFromString(await answer.text(),'text/html').querySelector('[data-ac-state]'),now=root.querySelector('[data-ac-state]');
if(!next)return clearInterval(timer);
if(next.dataset.acState===now.dataset.acState)return;
now.replaceWith(next);said.textContent=said.title;
};
const timer=setInterval(()=>look().catch(()=>{}),60000);
})()`;

/** A part of the page that keeps itself up to date where there is a script; readers of screens are told when it changed. */
export function Refreshed({ visit, children }: { visit: Visit; children: ReactNode }) {
  return (
    <>
      <div data-ac-state="">{children}</div>
      <p className="ac-sr" role="status" data-ac-said={visit.address} title={visit.words.t('refresh.updated')} />
      <script dangerouslySetInnerHTML={{ __html: source }} />
    </>
  );
}
