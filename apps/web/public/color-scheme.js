// Sets the colour scheme before the first paint. A file, as the content security policy allows no inline script.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // Storage is switched off: follow the system.
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const scheme = choice === 'dark' || choice === 'light' ? choice : system;
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
