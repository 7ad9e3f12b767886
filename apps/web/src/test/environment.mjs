import { TestEnvironment } from 'jest-environment-jsdom';

/** jsdom with the parts of the web platform that Node has and jsdom hides. */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const { fetch, Response, Request, Headers, FormData, Blob, TextEncoder, TextDecoder, structuredClone, crypto } =
      globalThis;
    Object.assign(this.global, {
      fetch,
      Response,
      Request,
      Headers,
      FormData,
      Blob,
      TextEncoder,
      TextDecoder,
      structuredClone,
    });
    Object.defineProperty(this.global, 'crypto', { value: crypto, configurable: true });
  }

  exportConditions() {
    return ['browser', 'import', 'module', 'default'];
  }
}
