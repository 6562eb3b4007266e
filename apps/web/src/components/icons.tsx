import type { ReactNode } from 'react';

/** Line icons on a 20 × 20 grid, in the colour of the text. They never stand alone: a label is always beside them. */
const ICONS = {
  overview: <path d="M3 11h5v6H3zM12 3h5v14h-5zM3 3h5v4H3z" />,
  findings: <path d="M10 3 2.5 16.5h15zM10 8v4M10 14.2v.3" />,
  compliance: <path d="M10 2.5 16 5v4.5c0 3.8-2.5 6.5-6 8-3.5-1.5-6-4.2-6-8V5zM7 9.8l2.2 2.2L13.2 8" />,
  scans: <path d="M16.5 10A6.5 6.5 0 1 1 14 4.9M10 10l5.5-5.5M10 6.5A3.5 3.5 0 1 0 13.5 10" />,
  rules: <path d="M4 3h12v14H4zM7 7h6M7 10h6M7 13h3.5" />,
  accounts: <path d="M6 15.5a4 4 0 1 1 .6-7.9 4.5 4.5 0 0 1 8.6 1.2 3.4 3.4 0 0 1-.7 6.7z" />,
  playground: <path d="m6.5 6-4 4 4 4M13.5 6l4 4-4 4M11.5 4l-3 12" />,
  play: <path d="M6 4v12l10-6z" fill="currentColor" stroke="none" />,
  search: <path d="M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM13 13l4 4" />,
  sun: (
    <path d="M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M15.7 4.3l-1.1 1.1M5.4 14.6l-1.1 1.1" />
  ),
  moon: <path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z" />,
  up: <path d="m5 12 5-5 5 5" />,
  down: <path d="m5 8 5 5 5-5" />,
  right: <path d="m8 5 5 5-5 5" />,
  copy: <path d="M7 7h9v9H7zM4 13V4h9" />,
  check: <path d="m4 10.5 4 4 8-9" />,
  cross: <path d="m5 5 10 10M15 5 5 15" />,
  gap: <path d="M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6.5v4.3M10 13.2v.3" />,
  filter: <path d="M3 5h14M6 10h8M8.5 15h3" />,
  link: <path d="M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7" />,
  file: <path d="M5 3h7l3 3v11H5zM12 3v3h3" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof ICONS;

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      {ICONS[name]}
    </svg>
  );
}
