import type { ParsedQuery, Span } from '@plumbline/query';
import classes from './filter-bar.module.css';

interface FilterBarMarksProps {
  readonly text: string;
  readonly parsed: ParsedQuery;
  /** How far the input is scrolled, in pixels. */
  readonly scrolled: number;
}

/** Lies under the input and marks what its text is: terms with a key, and mistakes. An input cannot mark its own text. */
export function FilterBarMarks({ text, parsed: { terms, mistakes: found }, scrolled }: FilterBarMarksProps) {
  // Where something is missing, what stands before it is marked.
  const mistakes = found.map(({ start, end }) => ({ start: start === end ? Math.max(0, start - 1) : start, end }));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...terms, ...mistakes]) cuts.add(start).add(end);
  const places = [...cuts].toSorted((a, b) => a - b);
  return (
    <div className={classes['marks']} aria-hidden>
      <div style={{ transform: `translateX(${-scrolled}px)` }}>
        {places.map((start, index) => {
          const end = places[index + 1] ?? start;
          const has = (span: Span) => span.start <= start && end <= span.end;
          return (
            <span
              key={start}
              data-term={terms.some((term) => term.key !== null && has(term)) || undefined}
              data-mistake={mistakes.some(has) || undefined}
            >
              {text.slice(start, end)}
            </span>
          );
        })}
      </div>
    </div>
  );
}
