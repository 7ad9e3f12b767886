import { notFound } from 'next/navigation';

export default function UnknownCenterPage() {
  notFound();
}
