import type { ReactNode } from 'react';
import { thumbnailUrl } from '#app/modules/tracking/index.pure.ts';
import type { StepField, StepProblem } from '../steps.ts';
import type { PortalVisit } from './portal-visit.ts';

/** A thing's picture; a thing without one keeps its place. */
export function Picture({ url }: { url: string | null }) {
  const picture = thumbnailUrl(url, 128);
  if (picture) return <img className="ac-picture" src={picture} alt="" width="64" height="64" loading="lazy" decoding="async" />;
  return (
    <span className="ac-picture" aria-hidden="true">
      <svg viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinejoin="round" opacity=".6">
        <path d="M12 3 4 7v10l8 4 8-4V7zM4 7l8 4 8-4M12 11v10" />
      </svg>
    </span>
  );
}

interface ItemProps {
  title: string;
  variantTitle: string | null;
  image: string | null;
  children?: ReactNode;
}

/** A thing with its picture and name, and whatever is said of it. */
export function Item({ title, variantTitle, image, children }: ItemProps) {
  return (
    <div className="ac-line">
      <Picture url={image} />
      <div className="ac-line-text">
        <p className="ac-line-title">{title}</p>
        {variantTitle ? <p className="ac-hint">{variantTitle}</p> : null}
        {children}
      </div>
    </div>
  );
}

interface FaultProps {
  visit: PortalVisit;
  problems: readonly StepProblem[];
  field: StepField;
  lineId?: string;
}

/** The id under which a fault at a field is found. */
export function faultId(field: StepField, lineId = 'all'): string {
  return `ac-${field}-${lineId}-error`;
}

/** What is wrong at a field, tied to it by its id. */
export function Fault({ visit, problems, field, lineId }: FaultProps) {
  const found = problems.find((each) => isAt(each, field, lineId));
  if (!found) return null;
  return (
    <p className="ac-error" id={faultId(field, lineId)}>
      {visit.say(`problem.${found.is}`)}
    </p>
  );
}

/** True where something is wrong at a field. */
export function isFaulty(problems: readonly StepProblem[], field: StepField, lineId?: string): boolean {
  return problems.some((each) => isAt(each, field, lineId));
}

function isAt({ is, lineId: of }: StepProblem, field: StepField, lineId?: string): boolean {
  return is.startsWith(`${field}.`) && (of ?? undefined) === lineId;
}

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  chosen: boolean;
  disabled?: boolean;
  describedBy?: string;
  children: ReactNode;
}

/** One thing that may be chosen. */
export function Choice({ type, name, value, chosen, disabled, describedBy, children }: ChoiceProps) {
  return (
    <label className="ac-choice">
      <input type={type} name={name} value={value} defaultChecked={chosen} disabled={disabled} aria-describedby={describedBy} />
      <span>{children}</span>
    </label>
  );
}

interface TextProps {
  name: string;
  label: string;
  value: string;
  most: number;
  rows?: number;
  fault?: string;
}

/** A field for a few sentences. */
export function TextField({ name, label, value, most, rows = 3, fault }: TextProps) {
  return (
    <div className="ac-field">
      <label htmlFor={`ac-${name}`}>{label}</label>
      <textarea id={`ac-${name}`} name={name} rows={rows} maxLength={most} defaultValue={value} aria-invalid={fault ? true : undefined} aria-describedby={fault} />
    </div>
  );
}

/** A part of a page under its heading. */
export function Card({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="ac-card ac-main">
      <h2 className="ac-eyebrow">{heading}</h2>
      {children}
    </section>
  );
}
