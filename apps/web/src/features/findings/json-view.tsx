import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { jsonLines, lineOfPointer, linesOfValue, type JsonLine } from '../../lib/json-lines.ts';
import type { Json } from '../../lib/json.ts';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import classes from './json-view.module.css';

const LINE_HEIGHT = 20;
const MAX_HEIGHT = 380;

interface JsonViewProps {
  readonly label: string;
  readonly value: Json;
  /** Pointers to the values whose lines are marked. */
  readonly marked: readonly string[];
  /** Pointer to the value to scroll to. */
  readonly focus: string;
}

/** A JSON value as text, its lines numbered, some of them marked. */
export function JsonView({ label, value, marked, focus }: JsonViewProps) {
  const region = useRef<HTMLElement>(null);
  const lines = useMemo(() => jsonLines(value), [value]);
  const markedLines = new Set(marked.flatMap((pointer) => rangeOf(lines, pointer)));
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is not in use
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => region.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 20,
  });
  useEffect(() => {
    virtualizer.scrollToIndex(lineOfPointer(lines, focus), { align: 'center' });
  }, [virtualizer, lines, focus]);

  return (
    <ScrollRegion ref={region} label={label} className={classes['view']} style={{ maxHeight: MAX_HEIGHT }}>
      <div className={classes['lines']} style={{ height: virtualizer.getTotalSize() + 16, width: widthOf(lines) }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return (
            line && (
              <div
                key={index}
                className={classes['line']}
                data-marked={markedLines.has(index) || undefined}
                style={{ transform: `translateY(${start + 8}px)`, height: LINE_HEIGHT }}
              >
                <span className={classes['lineNumber']} aria-hidden="true">
                  {index + 1}
                </span>
                <Line line={line} isMarked={markedLines.has(index)} />
              </div>
            )
          );
        })}
      </div>
    </ScrollRegion>
  );
}

function Line({ line, isMarked }: { readonly line: JsonLine; readonly isMarked: boolean }) {
  const text = (
    <>
      {'  '.repeat(line.indent)}
      {line.key !== null && (
        <>
          <span className={classes['key']}>{line.key}</span>:{' '}
        </>
      )}
      <span className={classes[line.kind]}>{line.text}</span>
      {line.comma && ','}
    </>
  );
  return isMarked ? <mark className={classes['text']}>{text}</mark> : <span className={classes['text']}>{text}</span>;
}

/** The lines of the value at a pointer; of its nearest parent only the first, when it is not there; none of the whole. */
function rangeOf(lines: readonly JsonLine[], pointer: string): number[] {
  const start = lineOfPointer(lines, pointer);
  if (start === 0 && pointer !== '') return [];
  const [first, last] = lines[start]?.pointer === pointer ? linesOfValue(lines, start) : [start, start];
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

function widthOf(lines: readonly JsonLine[]): string {
  const longest = lines.reduce(
    (width, { indent, key, text }) => Math.max(width, indent * 2 + (key?.length ?? 0) + text.length + 3),
    0,
  );
  return `max(100%, calc(${longest}ch + 5rem))`;
}
