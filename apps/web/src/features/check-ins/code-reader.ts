/** What browsers with a reader of their own offer; TypeScript does not know it yet. */
interface Detector {
  detect: (source: HTMLVideoElement) => Promise<readonly { rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: ['qr_code'] }): Detector;
  getSupportedFormats: () => Promise<readonly string[]>;
}
declare global {
  interface Window {
    BarcodeDetector?: DetectorClass;
  }
}

/** Reads QR codes from a camera: with the browser's own reader, else with one that is loaded for it. */
export async function codeReader(): Promise<(video: HTMLVideoElement) => Promise<string | undefined>> {
  const detector = (await ownDetector()) ?? (await loadedDetector());
  return async (video) => (await detector.detect(video))[0]?.rawValue;
}

async function ownDetector(): Promise<Detector | null> {
  const Own = window.BarcodeDetector;
  if (!Own) return null;
  const formats: readonly string[] = await Own.getSupportedFormats().catch(() => []);
  return formats.includes('qr_code') ? new Own({ formats: ['qr_code'] }) : null;
}

async function loadedDetector(): Promise<Detector> {
  const { BarcodeDetector } = await import('qr/decode.js');
  return new BarcodeDetector({ formats: ['qr_code'] });
}
