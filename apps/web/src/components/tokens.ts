/** Every colour of the product. Each pair that text or a control's edge is drawn with is checked in tokens.test.ts. */
export const light = {
  canvas: '#F6F7F9',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  text: '#16202C',
  muted: '#4A5768',
  placeholder: '#5F6B7A',
  control: '#788493',
  hairline: '#D5DAE1',
  primary: '#2B4FD0',
  primaryHover: '#2341B0',
  onPrimary: '#FFFFFF',
  link: '#2B4FD0',
  focus: '#2B4FD0',
  selected: '#F5F7FF',
  error: '#C0271D',
} as const;

export const dark: Record<keyof typeof light, string> = {
  canvas: '#10151C',
  surface: '#19202A',
  raised: '#222B37',
  text: '#E9EDF2',
  muted: '#A9B4C2',
  placeholder: '#A9B4C2',
  control: '#6C7A8C',
  hairline: '#2F3A48',
  primary: '#3F5FE0',
  primaryHover: '#4A69E4',
  onPrimary: '#FFFFFF',
  link: '#9DB2FF',
  focus: '#9DB2FF',
  selected: '#1C2540',
  error: '#FFA8A0',
};

export const tones = ['good', 'bad', 'warn', 'info', 'trial', 'makeup', 'ink', 'brand'] as const;
export type Tone = (typeof tones)[number];

interface ToneColors {
  solid: string;
  onSolid: string;
  soft: string;
  onSoft: string;
}

export const lightTones: Record<Tone, ToneColors> = {
  good: { solid: '#1B7A3D', onSolid: '#FFFFFF', soft: '#E3F4E8', onSoft: '#135C2D' },
  bad: { solid: '#C0271D', onSolid: '#FFFFFF', soft: '#FCE8E6', onSoft: '#8F1A12' },
  warn: { solid: '#FFC24B', onSolid: '#2B1D00', soft: '#FFF1CC', onSoft: '#6B4700' },
  info: { solid: '#2557B0', onSolid: '#FFFFFF', soft: '#E5EEFF', onSoft: '#1B3F91' },
  trial: { solid: '#6A3FB0', onSolid: '#FFFFFF', soft: '#EFE8FD', onSoft: '#53309B' },
  makeup: { solid: '#0F716C', onSolid: '#FFFFFF', soft: '#DDF3F2', onSoft: '#0B5A57' },
  ink: { solid: '#5F6B7A', onSolid: '#FFFFFF', soft: '#EBEEF2', onSoft: '#3B4654' },
  brand: { solid: '#2B4FD0', onSolid: '#FFFFFF', soft: '#E6ECFF', onSoft: '#1E3A9E' },
};

export const darkTones: Record<Tone, ToneColors> = {
  good: { solid: '#1F7F42', onSolid: '#FFFFFF', soft: '#12331F', onSoft: '#7FDB9B' },
  bad: { solid: '#C9362B', onSolid: '#FFFFFF', soft: '#3F1714', onSoft: '#FFA8A0' },
  warn: { solid: '#FFC24B', onSolid: '#2B1D00', soft: '#3A2A06', onSoft: '#FFD27A' },
  info: { solid: '#2E63C4', onSolid: '#FFFFFF', soft: '#15294F', onSoft: '#A9C8FF' },
  trial: { solid: '#7647BD', onSolid: '#FFFFFF', soft: '#2B1E4D', onSoft: '#CFBCFF' },
  makeup: { solid: '#0F716C', onSolid: '#FFFFFF', soft: '#0C3331', onSoft: '#86DAD5' },
  ink: { solid: '#5F6B7A', onSolid: '#FFFFFF', soft: '#2A3441', onSoft: '#C3CCD8' },
  brand: { solid: '#3F5FE0', onSolid: '#FFFFFF', soft: '#1C2A55', onSoft: '#9DB2FF' },
};

/** Series colours, in order; never the only difference between two series. */
export const lightChart = ['#1F5FBF', '#C4500B', '#0B7F62', '#8A4FBF', '#A8326E', '#5B6776'] as const;
export const darkChart = ['#7FB0FF', '#FFA45E', '#4FD1A5', '#C9A2FF', '#FF8FBF', '#B4BFCC'] as const;
