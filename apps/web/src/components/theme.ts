import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { dark, darkChart, darkTones, light, lightChart, lightTones, type Tone, tones } from './tokens.ts';

const steps = (...colors: MantineColorsTuple): MantineColorsTuple => colors;

/** Step 6 is the solid of the light scheme, step 5 that of the dark one. */
const colors: Record<Tone | 'dark', MantineColorsTuple> = {
  dark: steps('#E9EDF2', '#C3CCD8', '#A9B4C2', '#6C7A8C', '#2F3A48', '#222B37', '#19202A', '#19202A', '#10151C', '#0B0F14'),
  brand: steps('#EEF2FF', '#E6ECFF', '#C9D5FF', '#9DB2FF', '#7089F0', '#3F5FE0', '#2B4FD0', '#2341B0', '#1E3A9E', '#172E7D'),
  good: steps('#F0FAF3', '#E3F4E8', '#BFE6CB', '#7FDB9B', '#4DBE70', '#1F7F42', '#1B7A3D', '#156532', '#135C2D', '#0D4220'),
  bad: steps('#FEF3F2', '#FCE8E6', '#F8C9C5', '#FFA8A0', '#E8695E', '#C9362B', '#C0271D', '#A31F17', '#8F1A12', '#67120C'),
  warn: steps('#FFF8E5', '#FFF1CC', '#FFE29A', '#FFD27A', '#FFC24B', '#FFC24B', '#FFC24B', '#F2AE2B', '#6B4700', '#4A3100'),
  info: steps('#F0F5FF', '#E5EEFF', '#C7DAFF', '#A9C8FF', '#6E9BEF', '#2E63C4', '#2557B0', '#1F4C9C', '#1B3F91', '#142F6B'),
  trial: steps('#F6F1FE', '#EFE8FD', '#DCCBFB', '#CFBCFF', '#9B74DA', '#7647BD', '#6A3FB0', '#5E38A0', '#53309B', '#3C2271'),
  makeup: steps('#EDF9F8', '#DDF3F2', '#B5E4E1', '#86DAD5', '#3DA9A4', '#0F716C', '#0F716C', '#0D6662', '#0B5A57', '#083F3D'),
  ink: steps('#F6F7F9', '#EBEEF2', '#D5DAE1', '#B3BCC8', '#8D98A6', '#5F6B7A', '#5F6B7A', '#4A5768', '#3B4654', '#222B37'),
};

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
    Modal: { defaultProps: { radius: 'lg', centered: true, transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
    // Without it axe finds a focusable child in role=menu that is no item.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
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
