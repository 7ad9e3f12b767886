import { codeReader } from './code-reader.ts';

export type Facing = 'user' | 'environment';
export type CameraState = 'starting' | 'on' | 'refused' | 'none';

interface Camera {
  facing: Facing;
  onState: (state: CameraState) => void;
  onCode: (code: string) => void;
}

const LOOK_MS = 150;
/** A pass that stays before the camera is one scan. */
const SAME_MS = 6000;

/** Shows a camera and reads what is held before it, until the answered function is called. */
export function openCamera(video: HTMLVideoElement, { facing, onState, onCode }: Camera): () => void {
  const over = new AbortController();
  let stream: MediaStream | undefined;
  const close = () => {
    over.abort();
    stream?.getTracks().forEach((track) => track.stop());
  };
  const start = async () => {
    // A page that came over plain http is given no camera at all.
    if (!navigator.mediaDevices) return onState('none');
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: facing, width: { ideal: 1280 } } });
    if (over.signal.aborted) return close();
    video.srcObject = stream;
    await video.play();
    onState('on');
    const read = await codeReader();
    let last = { code: '', at: 0 };
    while (!over.signal.aborted) {
      const code = await read(video);
      const at = Date.now();
      if (code && (code !== last.code || at - last.at > SAME_MS)) onCode(code);
      if (code) last = { code, at };
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  };
  start().catch((failure: unknown) => {
    const isRefused = failure instanceof DOMException && failure.name === 'NotAllowedError';
    if (!over.signal.aborted) onState(isRefused ? 'refused' : 'none');
  });
  return close;
}
