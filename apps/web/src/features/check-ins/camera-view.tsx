'use client';

import { Button } from '@mantine/core';
import { IconCamera, IconCameraOff, IconCameraRotate } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useDeviceSetting } from '../../lib/device-setting.ts';
import { type CameraState, type Facing, openCamera } from './camera.ts';
import styles from './kiosk.module.css';

/** The camera, for passes held before it; off until somebody turns it on, and remembered on the device. */
export function CameraView({ onScan }: { onScan: (code: string) => void }) {
  const t = useTranslations('check-ins');
  const [wanted, setWanted] = useDeviceSetting<'on' | 'off'>('kioskCamera', 'off');
  const [facing, setFacing] = useDeviceSetting<Facing>('kioskFacing', 'user');
  if (wanted === 'off') {
    return (
      <Button size="lg" variant="default" leftSection={<IconCamera aria-hidden />} onClick={() => setWanted('on')}>
        {t('camera.turnOn')}
      </Button>
    );
  }
  const turn = () => setFacing(facing === 'user' ? 'environment' : 'user');
  return (
    <div className={styles.camera}>
      <Picture key={facing} facing={facing} onScan={onScan} />
      <div className={styles.cameraActs}>
        <Button variant="default" leftSection={<IconCameraOff aria-hidden />} onClick={() => setWanted('off')}>
          {t('camera.turnOff')}
        </Button>
        <Button variant="default" leftSection={<IconCameraRotate aria-hidden />} onClick={turn}>
          {t('camera.other')}
        </Button>
      </div>
    </div>
  );
}

function Picture({ facing, onScan }: { facing: Facing; onScan: (code: string) => void }) {
  const t = useTranslations('check-ins');
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const state = useCamera(video, facing, onScan);
  return (
    <>
      <video
        ref={setVideo}
        className={styles.video}
        data-facing={facing}
        muted
        playsInline
        aria-label={t('camera.label')}
      />
      {state !== 'on' && (
        <p role="status" className={styles.cameraState}>
          {t(`camera.${state}`)}
        </p>
      )}
    </>
  );
}

function useCamera(video: HTMLVideoElement | null, facing: Facing, onScan: (code: string) => void): CameraState {
  const [state, setState] = useState<CameraState>('starting');
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  useEffect(() => {
    if (!video) return undefined;
    return openCamera(video, { facing, onState: setState, onCode: (code) => latest.current(code) });
  }, [video, facing]);
  return state;
}
