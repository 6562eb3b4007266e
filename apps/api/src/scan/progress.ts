import type { ScanProgress } from '../store/scan-tables.ts';

export const WAITING: ScanProgress = { percent: 0, phase: 'WAITING', done: 0, total: 0, current: null, resources: 0 };

/** How far a scan is, from how far it is with each of its accounts. */
export function scanProgress(accounts: readonly ScanProgress[]): ScanProgress {
  const shown =
    accounts.find(({ phase }) => phase !== 'WAITING' && phase !== 'DONE') ??
    accounts.find(({ phase }) => phase === 'WAITING') ??
    accounts[0] ??
    WAITING;
  return {
    percent: Math.floor(sum(accounts, 'percent') / Math.max(1, accounts.length)),
    phase: shown.phase,
    current: shown.current,
    done: sum(accounts, 'done'),
    total: sum(accounts, 'total'),
    resources: sum(accounts, 'resources'),
  };
}

function sum(accounts: readonly ScanProgress[], field: 'percent' | 'done' | 'total' | 'resources'): number {
  return accounts.reduce((total, progress) => total + progress[field], 0);
}
