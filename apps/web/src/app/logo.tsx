/** A plumb bob on its line. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" width={26} height={26} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0d5c62" />
      <path d="M16 4v9" stroke="#9fe0dc" strokeWidth="2" strokeLinecap="round" />
      <path d="M10.5 13h11v4.5L16 28l-5.5-10.5z" fill="#fff" />
    </svg>
  );
}
