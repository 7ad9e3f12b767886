/** Relative luminance of `#RRGGBB` as WCAG defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(parseInt(color.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** Contrast of two colours, 1 to 21. Text needs 4.5; the edge of a control and a focus ring 3. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Black or white, whichever reads better on a color that a center chose. */
export function readableOn(color: string): '#FFFFFF' | '#000000' {
  return contrast('#FFFFFF', color) >= 4.5 ? '#FFFFFF' : '#000000';
}
