/** Loads another page from scratch, so that nothing of the session before stays in memory. */
export function leaveTo(address: string): void {
  window.location.assign(address);
}
