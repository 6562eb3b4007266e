import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#e6f5f5',
  '#cfeaea',
  '#a4d8d8',
  '#76c5c5',
  '#4fb1b3',
  '#2f9b9f',
  '#1a858a',
  '#0f6f75',
  '#0d5c62',
  '#09474c',
];

const slate: MantineColorsTuple = [
  '#e4e9ed',
  '#c6cfd6',
  '#a3b0bb',
  '#7f8d99',
  '#3c4851',
  '#2c373f',
  '#212a31',
  '#171e23',
  '#10161a',
  '#0a0f12',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 7,
  colors: { petrol, dark: slate },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
});

/** Mantine's greys are too pale on their grounds for WCAG's 4.5 : 1. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#17212b',
    '--mantine-color-dimmed': '#55616d',
    '--mantine-color-placeholder': '#66727e',
    '--mantine-color-error': '#a8142f',
    '--mantine-color-anchor': '#0d666c',
  },
  dark: {
    '--mantine-color-text': '#e4e9ed',
    '--mantine-color-dimmed': '#a3b0bb',
    '--mantine-color-placeholder': '#93a1ad',
    '--mantine-color-error': '#ff9aa8',
    '--mantine-color-anchor': '#74d0cf',
  },
});
