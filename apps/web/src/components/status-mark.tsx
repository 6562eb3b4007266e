import type { ReactNode } from 'react';
import type { EvaluationResult, RequirementStatus, ScanStatus } from '../lib/graphql.ts';
import { REQUIREMENT_LABELS, RESULT_LABELS, STATUS_LABELS } from '../lib/labels.ts';
import classes from './mark.module.css';

interface Look {
  readonly colour: string;
  readonly shape: ReactNode;
}

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />;
const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.8, strokeLinecap: 'round' } as const;
const tick = (
  <>
    {ring}
    <path d="m5.2 8.2 2 2 3.6-4" {...line} />
  </>
);
const cross = (
  <>
    {ring}
    <path d="m5.8 5.8 4.4 4.4M10.2 5.8l-4.4 4.4" {...line} />
  </>
);
const half = (
  <>
    {ring}
    <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
  </>
);
const dash = (
  <>
    {ring}
    <path d="M5.2 8h5.6" {...line} />
  </>
);
const question = (
  <>
    {ring}
    <path
      d="M6.2 6.4c.2-1 .9-1.5 1.8-1.5 1.1 0 1.8.6 1.8 1.5 0 1.3-1.8 1.4-1.8 2.6M8 11.3v.1"
      {...line}
      strokeWidth={1.5}
    />
  </>
);

const STATUS_LOOKS: Readonly<Record<ScanStatus, Look>> = {
  QUEUED: { colour: 'var(--pl-info)', shape: ring },
  RUNNING: {
    colour: 'var(--pl-accent)',
    shape: <path className={classes['spin']} d="M8 2a6 6 0 1 1-6 6" {...line} />,
  },
  SUCCEEDED: { colour: 'var(--pl-good)', shape: tick },
  PARTIAL: { colour: 'var(--pl-medium)', shape: half },
  FAILED: { colour: 'var(--pl-critical)', shape: cross },
  CANCELLED: { colour: 'var(--pl-info)', shape: dash },
};

const RESULT_LOOKS: Readonly<Record<EvaluationResult, Look>> = {
  FAIL: { colour: 'var(--pl-critical)', shape: cross },
  UNKNOWN: { colour: 'var(--pl-medium)', shape: question },
  PASS: { colour: 'var(--pl-good)', shape: tick },
  NOT_APPLICABLE: { colour: 'var(--pl-info)', shape: dash },
};

const person = (
  <>
    <circle cx="8" cy="5" r="2.6" {...line} strokeWidth={1.6} />
    <path d="M3 13.5c.6-2.9 2.5-4.2 5-4.2s4.4 1.3 5 4.2" {...line} strokeWidth={1.6} />
  </>
);

const REQUIREMENT_LOOKS: Readonly<Record<RequirementStatus, Look>> = {
  FAILED: RESULT_LOOKS.FAIL,
  UNKNOWN: RESULT_LOOKS.UNKNOWN,
  PASSED: RESULT_LOOKS.PASS,
  MANUAL_PENDING: { colour: 'var(--pl-low)', shape: person },
  NOT_COVERED: { colour: 'var(--pl-info)', shape: ring },
  NO_DATA: { colour: 'var(--pl-info)', shape: dash },
};

function Mark({ colour, shape, children }: Look & { readonly children: ReactNode }) {
  return (
    <span className={classes['mark']} style={{ '--mark-colour': colour }}>
      <svg viewBox="0 0 16 16" width={15} height={15} aria-hidden="true">
        {shape}
      </svg>
      {children}
    </span>
  );
}

export function StatusMark({ status }: { readonly status: ScanStatus }) {
  return <Mark {...STATUS_LOOKS[status]}>{STATUS_LABELS[status]}</Mark>;
}

export function ResultMark({ result }: { readonly result: EvaluationResult }) {
  return <Mark {...RESULT_LOOKS[result]}>{RESULT_LABELS[result]}</Mark>;
}

export function RequirementMark({ status }: { readonly status: RequirementStatus }) {
  return <Mark {...REQUIREMENT_LOOKS[status]}>{REQUIREMENT_LABELS[status]}</Mark>;
}
