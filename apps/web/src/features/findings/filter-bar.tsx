import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { parseQuery, suggest, type KnownValues } from '@plumbline/query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Icon } from '../../components/icons.tsx';
import { formatCount } from '../../lib/format.ts';
import { FilterBarMarks } from './filter-bar-marks.tsx';
import { FilterMistakes } from './filter-mistakes.tsx';
import classes from './filter-bar.module.css';

const DELAY_MS = 250;

interface FilterBarProps {
  readonly value: string;
  readonly known: KnownValues;
  readonly onChange: (text: string) => void;
}

/** The query, typed with completion and its mistakes marked: told after a pause in typing. `/` leads to it. */
export function FilterBar({ value, known, onChange }: FilterBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  // The newest last. The address follows what it is told, but not at once.
  const [told, setTold] = useState<readonly string[]>([value]);
  const [caret, setCaret] = useState(0);
  const [scrolled, setScrolled] = useState(0);
  const combobox = useCombobox();
  if (value !== shown) {
    setShown(value);
    const at = told.lastIndexOf(value);
    if (at >= 0) setTold(told.slice(at));
    else {
      // The address changed by other means than typing, such as a checkbox or the back button.
      setTold([value]);
      setTyped(value);
    }
  }
  const parsed = useMemo(() => parseQuery(typed), [typed]);
  const toldMistakes = useMemo(() => parseQuery(told.at(-1) ?? '').mistakes, [told]);
  const { start, end, suggestions } = useMemo(() => suggest(typed, caret, known), [typed, caret, known]);

  const tell = (text: string) => {
    setTold((before) => [...before, text]);
    onChange(text);
  };
  const tellLater = useDebouncedCallback(tell, DELAY_MS);
  // What is suggested goes by both at once: the caret's own event may come later than the next key.
  const type = (text: string, at: number) => {
    setTyped(text);
    setCaret(at);
    tellLater(text);
    combobox.resetSelectedOption();
    combobox.openDropdown();
  };
  const replace = (from: number, to: number, by: string) => {
    // The caret can be set only in the text that is already there.
    const at = from + by.length;
    flushSync(() => type(typed.slice(0, from) + by + typed.slice(to), at));
    input.current?.focus();
    input.current?.setSelectionRange(at, at);
  };
  const complete = (insert: string) => {
    replace(start, end, insert);
    // After a key come its values.
    if (!insert.endsWith(':')) combobox.closeDropdown();
  };
  const finish = () => {
    tellLater.flush();
    combobox.closeDropdown();
  };
  // The browser does not always follow what is typed beyond the edge of an input whose value React sets.
  useEffect(() => {
    const { current } = input;
    if (current && current.selectionStart === typed.length) current.scrollLeft = current.scrollWidth;
  }, [typed]);
  useHotkeys([['/', () => input.current?.focus()]]);

  return (
    <div>
      <Combobox store={combobox} withinPortal={false} onOptionSubmit={complete}>
        <div className={classes['box']}>
          <FilterBarMarks text={typed} parsed={parsed} scrolled={scrolled} />
          <Combobox.Target withExpandedAttribute>
            <TextInput
              ref={input}
              className={classes['bar']}
              aria-label="Filter findings"
              aria-autocomplete="list"
              error={toldMistakes.length > 0}
              placeholder="Filter: severity:critical service:s3 …  ( / )"
              spellCheck={false}
              autoCapitalize="off"
              value={typed}
              onChange={({ currentTarget: { value, selectionStart } }) => type(value, selectionStart ?? value.length)}
              onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
              onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollLeft)}
              onClick={() => combobox.openDropdown()}
              onKeyDown={({ key }) => key === 'Enter' && combobox.getSelectedOptionIndex() === -1 && finish()}
              // Told later, it would call back whoever types and goes on to another page at once.
              onBlur={finish}
              leftSection={<Icon name="search" size={16} />}
              rightSection={
                typed !== '' && (
                  <CloseButton
                    size="sm"
                    aria-label="Clear the filter"
                    onClick={() => {
                      setTyped('');
                      tellLater.cancel();
                      tell('');
                      input.current?.focus();
                    }}
                  />
                )
              }
            />
          </Combobox.Target>
        </div>
        <Combobox.Dropdown hidden={suggestions.length === 0}>
          <Combobox.Options aria-label="Completions" className={classes['options'] ?? ''}>
            {suggestions.map(({ insert, about, count }) => (
              <Combobox.Option key={insert} value={insert} className={classes['option'] ?? ''}>
                <span className="mono">{insert}</span>
                <span className={classes['about']}>{about}</span>
                {count !== null && <span className={classes['count']}>{formatCount(count)}</span>}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <FilterMistakes mistakes={toldMistakes} onReplace={({ start: from, end: to }, by) => replace(from, to, by)} />
    </div>
  );
}
