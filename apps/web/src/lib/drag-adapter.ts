type Adapter = typeof import('@atlaskit/pragmatic-drag-and-drop/element/adapter');

/** Only where there is a mouse, and only then its code: a finger has a menu or buttons. */
export function withDragAdapter(setUp: (adapter: Adapter) => () => void): () => void {
  if (!window.matchMedia('(pointer: fine)').matches) return () => {};
  let isGone = false;
  let stop = () => {};
  const start = async () => {
    const adapter = await import('@atlaskit/pragmatic-drag-and-drop/element/adapter');
    if (!isGone) stop = setUp(adapter);
  };
  void start();
  return () => {
    isGone = true;
    stop();
  };
}
