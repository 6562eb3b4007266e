import { Button } from '@mantine/core';
import type { Mistake } from '@plumbline/query';
import { Icon } from '../../components/icons.tsx';
import classes from './filter-bar.module.css';

const SHOWN = 3;

interface FilterMistakesProps {
  readonly mistakes: readonly Mistake[];
  readonly onReplace: (mistake: Mistake, by: string) => void;
}

/** What is wrong with the filter, in words, and that it is therefore not in force. */
export function FilterMistakes({ mistakes, onReplace }: FilterMistakesProps) {
  return (
    <div aria-live="polite" className={classes['mistakes']}>
      {mistakes.slice(0, SHOWN).map((mistake) => (
        <p key={`${mistake.start} ${mistake.kind}`}>
          <Icon name="gap" size={16} />
          <span>{mistake.message}</span>
          {mistake.suggestion !== null && (
            <Button
              variant="default"
              size="compact-xs"
              onClick={() => onReplace(mistake, mistake.suggestion ?? '')}
            >{`Use ${mistake.suggestion}`}</Button>
          )}
        </p>
      ))}
      {mistakes.length > 0 && <p>Until this is put right, the filter is not in force.</p>}
    </div>
  );
}
