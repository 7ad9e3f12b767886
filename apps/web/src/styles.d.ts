/// <reference types="next" />
/// <reference types="next/image-types/global" />

declare module '*.module.css' {
  const names: Record<string, string>;
  export default names;
}
declare module '*.css';
