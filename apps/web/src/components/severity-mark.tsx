import type { ReactNode } from 'react';
import type { Severity } from '../lib/graphql.ts';
import { SEVERITY_LABELS, severityField } from '../lib/severity.ts';
import classes from './mark.module.css';

/** A shape of its own for each severity, so that none is told by its colour alone. */
const SHAPES: Readonly<Record<Severity, ReactNode>> = {
  CRITICAL: <path d="M7 0.5 13.5 7 7 13.5 0.5 7z" fill="currentColor" />,
  HIGH: <path d="M7 1 13.5 12.5H0.5z" fill="currentColor" />,
  MEDIUM: <path d="M1.5 1.5h11v11h-11z" fill="currentColor" />,
  LOW: <circle cx="7" cy="7" r="5.5" fill="currentColor" />,
  INFO: <circle cx="7" cy="7" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.6" />,
};

export function severityColour(severity: Severity): string {
  return `var(--pl-${severityField(severity)})`;
}

export function SeverityShape({ severity, size = 11 }: { readonly severity: Severity; readonly size?: number }) {
  return (
    <svg viewBox="0 0 14 14" width={size} height={size} aria-hidden="true" color={severityColour(severity)}>
      {SHAPES[severity]}
    </svg>
  );
}

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <span className={classes['mark']} style={{ '--mark-colour': severityColour(severity) }}>
      <SeverityShape severity={severity} />
      {SEVERITY_LABELS[severity]}
    </span>
  );
}
