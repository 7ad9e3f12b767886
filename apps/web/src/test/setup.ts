import { jest } from '@jest/globals';
import '@testing-library/jest-dom/jest-globals';
import { operations } from '@cartwheel/contracts';
import { cleanup, configure } from '@testing-library/react';
import { toast } from '../components/toasts.tsx';
import { forgetRequests } from './api-answers.ts';
import { visit } from './navigation.ts';

configure({ asyncUtilTimeout: 3000 });

process.env['CARTWHEEL_ROUTES'] = JSON.stringify(
  Object.fromEntries(
    operations.map(({ id, method, path, permission }) => [id, [method, path, permission === 'public']]),
  ),
);

// jsdom draws nothing; these answer what a browser without any preference would.
Object.defineProperty(window, 'matchMedia', {
  value: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => false,
  }),
});
class NoResizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(window, { ResizeObserver: NoResizes });
Object.defineProperty(document, 'fonts', { value: { addEventListener: () => {}, removeEventListener: () => {} } });
Element.prototype.scrollIntoView = () => {};
Object.assign(globalThis, { CSS: { escape: (text: string) => text, supports: () => false } });

afterEach(() => {
  cleanup();
  jest.useRealTimers();
  toast.clear();
  forgetRequests();
  localStorage.clear();
  sessionStorage.clear();
  visit('/c/riverside/today');
});
