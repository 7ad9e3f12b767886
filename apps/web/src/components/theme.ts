import { createTheme, type CSSVariablesResolver } from '@mantine/core';
import { colors } from './color-steps.ts';
import { dark, darkChart, darkTones, light, lightChart, lightTones, tones, type Tone } from './tokens.ts';

/** Of buttons and fields alike, so that they line up. */
const heights: Record<string, string> = { sm: '44px', md: '44px', lg: '48px', xl: '56px' };

export const FONT_STACK =
  'var(--font-inter), var(--font-inter-ext), "Noto Sans", "Noto Sans Devanagari", "Noto Sans Tamil", ' +
  '"Noto Sans Kannada", "Noto Sans Telugu", "Noto Sans Malayalam", "Noto Sans Bengali", "Noto Sans Gujarati", ' +
  'system-ui, sans-serif';

export const theme = createTheme({
  colors,
  primaryColor: 'brand',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  black: light.text,
  fontFamily: FONT_STACK,
  fontSizes: { xs: '14px', sm: '14px', md: '16px', lg: '18px', xl: '20px' },
  lineHeights: { xs: '20px', sm: '20px', md: '24px', lg: '28px', xl: '28px' },
  radius: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '32px' },
  breakpoints: { xs: '22.5em', sm: '48em', md: '64em', lg: '75em', xl: '90em' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '26px', lineHeight: '32px' },
      h2: { fontSize: '20px', lineHeight: '28px' },
      h3: { fontSize: '18px', lineHeight: '24px' },
    },
  },
  // Plain objects: `Modal.extend` would load every component named here on every page.
  components: {
    Button: {
      defaultProps: { size: 'md' },
      vars: (_theme: unknown, { size }: { size?: unknown }) => ({
        root: { '--button-height': heights[String(size)] ?? '44px', '--button-padding-x': '18px' },
      }),
      styles: { root: { fontWeight: 600 } },
    },
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle', color: 'ink' } },
    Input: {
      defaultProps: { size: 'md' },
      vars: (_theme: unknown, { size }: { size?: unknown }) => ({
        wrapper: { '--input-height': heights[String(size)] ?? '44px' },
      }),
    },
    InputWrapper: {
      defaultProps: { size: 'md' },
      styles: { label: { fontWeight: 600, fontSize: '14px', marginBottom: 4 }, description: { fontSize: '14px' } },
    },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
    Modal: {
      defaultProps: { radius: 'lg', centered: true, transitionProps: { duration: 120 } },
      styles: { title: { fontSize: '18px', lineHeight: '26px', fontWeight: 650, overflowWrap: 'anywhere' } },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
    // Without it axe finds a focusable child in role=menu that is no item.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Tabs: { styles: { tab: { minHeight: '44px' } } },
    Badge: { defaultProps: { tt: 'none' } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 100 } } },
  },
});

/** Mantine's variables and our own (`--cw-…`) from the one table in tokens.ts. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...schemeVariables(light, lightTones), ...chartVariables(lightChart) },
  dark: { ...schemeVariables(dark, darkTones), ...chartVariables(darkChart) },
});

function schemeVariables(base: Record<keyof typeof light, string>, tone: typeof lightTones) {
  const variables: Record<string, string> = {
    '--mantine-color-body': base.surface,
    '--mantine-color-text': base.text,
    '--mantine-color-dimmed': base.muted,
    '--mantine-color-placeholder': base.placeholder,
    '--mantine-color-default-border': base.control,
    '--mantine-color-default-hover': base === light ? light.canvas : dark.raised,
    '--mantine-color-error': base.error,
    '--mantine-color-anchor': base.link,
  };
  for (const [name, value] of Object.entries(base)) variables[`--cw-${kebab(name)}`] = value;
  for (const name of tones) Object.assign(variables, toneVariables(name, tone[name]));
  return variables;
}

function toneVariables(name: Tone, { solid, onSolid, soft, onSoft }: (typeof lightTones)[Tone]) {
  return {
    [`--mantine-color-${name}-light`]: soft,
    [`--mantine-color-${name}-light-hover`]: soft,
    [`--mantine-color-${name}-light-color`]: onSoft,
    [`--mantine-color-${name}-outline`]: onSoft,
    [`--mantine-color-${name}-text`]: onSoft,
    [`--cw-${name}`]: solid,
    [`--cw-on-${name}`]: onSolid,
    [`--cw-${name}-soft`]: soft,
    [`--cw-${name}-ink`]: onSoft,
  };
}

function chartVariables(series: readonly string[]) {
  return Object.fromEntries(series.map((color, index) => [`--cw-chart-${index + 1}`, color]));
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
