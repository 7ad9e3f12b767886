interface Pages<Item> {
  data: { pages: { items: Item[] }[] } | undefined;
  error: Error | null;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** A list that grows by "Load more", as `DataTable` takes it. */
export function listOf<Item>(pages: Pages<Item>) {
  return {
    rows: pages.data?.pages.flatMap((page) => page.items),
    problem: pages.error,
    retry: () => void pages.refetch(),
    more: { isThere: pages.hasNextPage, isLoading: pages.isFetchingNextPage, load: () => void pages.fetchNextPage() },
  };
}
