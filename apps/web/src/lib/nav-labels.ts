import { useTranslations } from 'next-intl';
import type { centerDestinations, hqDestinations } from './destinations.ts';

type DestinationId = (typeof centerDestinations)[number]['id'] | (typeof hqDestinations)[number]['id'];

/** The names of the pages; which one is named "Students" stays so whatever a center calls its children. */
export function useNavLabels(): (id: DestinationId) => string {
  const t = useTranslations('navigation');
  return (id) => t(`pages.${id}`);
}
