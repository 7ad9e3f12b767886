import { contrast, readableOn } from './contrast.ts';
import { dark, darkChart, darkTones, light, lightChart, lightTones, tones } from './tokens.ts';

const TEXT = 4.5;
const EDGE = 3;

const schemes = [
  { scheme: 'light', base: light, tone: lightTones, chart: lightChart },
  { scheme: 'dark', base: dark, tone: darkTones, chart: darkChart },
];

describe.each(schemes)('colours of the $scheme scheme', ({ base, tone, chart }) => {
  it.each(['canvas', 'surface', 'raised', 'selected'] as const)('are readable as text on %s', (ground) => {
    expect(contrast(base.text, base[ground])).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(base.muted, base[ground])).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(base.link, base[ground])).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(base.error, base[ground])).toBeGreaterThanOrEqual(TEXT);
  });

  it('show the edge of a control and the focus ring', () => {
    expect(contrast(base.control, base.surface)).toBeGreaterThanOrEqual(EDGE);
    expect(contrast(base.control, base.canvas)).toBeGreaterThanOrEqual(EDGE);
    expect(contrast(base.focus, base.canvas)).toBeGreaterThanOrEqual(EDGE);
    expect(contrast(base.focus, base.surface)).toBeGreaterThanOrEqual(EDGE);
  });

  it('are readable on the primary button and as placeholder', () => {
    expect(contrast(base.onPrimary, base.primary)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(base.onPrimary, base.primaryHover)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(base.placeholder, base.surface)).toBeGreaterThanOrEqual(TEXT);
  });

  it.each(tones)('are readable in the tone %s', (name) => {
    expect(contrast(tone[name].onSolid, tone[name].solid)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(tone[name].onSoft, tone[name].soft)).toBeGreaterThanOrEqual(TEXT);
  });

  it('draw charts that can be told from the ground', () => {
    for (const color of chart) expect(contrast(color, base.surface)).toBeGreaterThanOrEqual(TEXT);
  });
});

it('writes on any colour a center chooses so that it can be read', () => {
  for (let step = 0; step < 4096; step += 7) {
    const color = `#${[step >> 8, (step >> 4) & 15, step & 15].map((digit) => digit.toString(16).repeat(2)).join('')}`;
    expect(contrast(readableOn(color), color)).toBeGreaterThanOrEqual(TEXT);
  }
});

it('knows the contrast of black on white', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 1);
  expect(contrast('#FFFFFF', '#FFFFFF')).toBe(1);
});
